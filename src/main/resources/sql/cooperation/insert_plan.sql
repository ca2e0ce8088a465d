-- Adds a version of the plan of a hard case.
-- Parameters: id, incident, text, department, party, due, privateSide, publicSide, task, by, at.
-- Index: plans_incident_id_ordinal_key.
INSERT INTO cooperation.plans
    (id, incident_id, ordinal, text, department, party, due, private_side, public_side, task, recorded_by, recorded_at)
SELECT :id, :incident, coalesce(max(ordinal), 0) + 1, :text, :department::text, :party::text, :due, :privateSide::text,
       :publicSide::text, :task, :by, :at
FROM cooperation.plans
WHERE incident_id = :incident
