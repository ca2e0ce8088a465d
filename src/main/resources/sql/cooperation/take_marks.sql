-- Takes marks to work off, the oldest first; those that another server holds are left to it.
-- Parameters: most. Output: incident_id, kind, due. Index: escalation_marks_open.
UPDATE cooperation.escalation_marks m
SET done_at = clock_timestamp()
FROM (SELECT incident_id, kind, due FROM cooperation.escalation_marks
      WHERE done_at IS NULL ORDER BY due LIMIT :most FOR UPDATE SKIP LOCKED) AS taken
WHERE m.incident_id = taken.incident_id AND m.kind = taken.kind AND m.due = taken.due
RETURNING m.incident_id, m.kind, m.due
