-- The hand-overs of an incident in order. Parameters: incident. Index: hand_overs_incident.
SELECT at, because, reason, actor, from_grid, from_person, to_grid, to_person, bounce
FROM dispatch.hand_overs
WHERE incident_id = :incident
ORDER BY id
