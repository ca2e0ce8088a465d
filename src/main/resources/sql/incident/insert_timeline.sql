-- Adds one entry to a timeline.
-- Parameters, in order: incident_id, at, action, state, actor, note, detail (JSON text). Index: none read.
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note, detail)
VALUES (?::uuid, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::jsonb)
