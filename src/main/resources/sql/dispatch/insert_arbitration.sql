-- Asks an arbiter. Parameters, in order: incident_id, number, asked_at, due, arbiter, arbiter_grid, reason.
-- Index: arbitrations_pkey.
INSERT INTO dispatch.arbitrations (incident_id, number, asked_at, due, arbiter, arbiter_grid, reason)
VALUES (?::uuid, ?::text, ?::timestamptz, ?::timestamptz, ?::text, ?::text, ?::text)
