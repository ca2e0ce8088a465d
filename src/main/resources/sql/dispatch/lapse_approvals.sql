-- Ends what nobody decided in time. Parameters: incident, actor. Index: one_open_approval.
UPDATE dispatch.approvals
SET state = 'LAPSED', decided_by = :actor, decided_at = clock_timestamp(), version = version + 1
WHERE incident_id = :incident AND state = 'ASKED'
