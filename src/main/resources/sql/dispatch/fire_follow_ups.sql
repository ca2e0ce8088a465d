-- Marks follow-ups that are due as told, each once however many servers look, by the clock of the database.
-- Output: one row each. Index: follow_ups_due.
UPDATE dispatch.follow_ups SET fired_at = clock_timestamp()
WHERE fired_at IS NULL AND done_at IS NULL AND due <= clock_timestamp()
RETURNING id, incident_id, number, text, due, person
