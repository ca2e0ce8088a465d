-- Purpose: decide on one held report; nothing where somebody decided before
-- Parameters: id, state (RELEASED or DISMISSED), actor, reason (null where none), incident (uuid or null)
-- Output: row count, 0 or 1
-- Index: held_reports_pkey
UPDATE board.held_reports
SET state = :state, decided_at = clock_timestamp(), decided_by = :actor, reason = CAST(:reason AS text),
    incident_id = CAST(:incident AS uuid)
WHERE id = :id AND state = 'HELD'
