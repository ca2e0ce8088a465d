-- Purpose: forget the reports that were dismissed before an instant, with the names and numbers in them
-- Parameters: before
-- Output: row count
-- Index relied on: held_reports_state
DELETE FROM board.held_reports WHERE state = 'DISMISSED' AND decided_at < CAST(:before AS timestamptz)
