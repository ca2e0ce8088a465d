-- Marks a follow-up as done. Parameters: id, at, by. Output: incident_id and text, where it was open. Index: follow_ups_pkey.
UPDATE dispatch.follow_ups SET done_at = :at, done_by = :by
WHERE id = :id AND done_at IS NULL
RETURNING incident_id, text
