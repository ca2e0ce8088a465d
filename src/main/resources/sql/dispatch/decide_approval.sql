-- Writes down what was decided. Parameters: id, state, actor, note. Index: approvals_pkey.
UPDATE dispatch.approvals
SET state = :state, decided_by = :actor, decided_at = clock_timestamp(), note = :note, version = version + 1
WHERE id = :id
