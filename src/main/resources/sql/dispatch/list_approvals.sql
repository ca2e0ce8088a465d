-- What was asked and decided, the latest first. Parameters: incident (null: of all), open (only what waits), most.
-- Index: approvals_incident, one_open_approval.
SELECT id, incident_id, number, action, until, working_days, reason, asked_by, asked_at, state, decided_by, decided_at,
       note, version
FROM dispatch.approvals
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid) AND (NOT :open OR state = 'ASKED')
ORDER BY id DESC
LIMIT :most
