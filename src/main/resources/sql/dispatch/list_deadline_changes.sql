-- What changed the deadlines of an incident, in order. Parameters: incident. Index: deadline_changes_incident.
SELECT at, kind, cause, actor, reason, due_before, due_after, provisional_before, provisional_after
FROM dispatch.deadline_changes
WHERE incident_id = :incident
ORDER BY id
