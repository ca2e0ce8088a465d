-- Purpose: a page of held reports in the order they came
-- Parameters: state, after (id of the last one before; ids grow with time), limit
-- Output: every column of board.held_reports, location as text
-- Index: held_reports_state
SELECT id, place_code, category, description, location::text AS location, reporter_name, reporter_phone, why, sender,
       received_at, state, decided_at, decided_by, reason, incident_id
FROM board.held_reports
WHERE state = :state AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid))
ORDER BY id
LIMIT :limit
