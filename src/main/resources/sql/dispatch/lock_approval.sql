-- One approval, held until the transaction ends. Parameters: incident, id. Index: approvals_pkey.
SELECT id, incident_id, number, action, until, working_days, reason, asked_by, asked_at, state, decided_by, decided_at,
       note, version
FROM dispatch.approvals
WHERE id = :id AND incident_id = :incident
FOR UPDATE
