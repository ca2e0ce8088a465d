-- Stores a follow-up. Parameters, in order: id, incident_id, number, text, due, grid_code, team, person, unit, made_at, made_by.
-- Index: none read.
INSERT INTO dispatch.follow_ups (id, incident_id, number, text, due, grid_code, team, person, unit, made_at, made_by)
VALUES (?::uuid, ?::uuid, ?::text, ?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::timestamptz, ?::text)
