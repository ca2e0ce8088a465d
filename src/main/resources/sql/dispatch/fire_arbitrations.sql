-- Marks arbitrations that passed without a ruling as fired, each once however many servers look, by the clock of the database.
-- Output: one row each. Index: arbitrations_open.
UPDATE dispatch.arbitrations SET fired_at = clock_timestamp()
WHERE ended_at IS NULL AND fired_at IS NULL AND due <= clock_timestamp()
RETURNING incident_id, number, arbiter, due
