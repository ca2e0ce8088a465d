-- Adds rows to timelines, in the order given.
-- Parameters, each an array with one value a row: incident_id, at, action, state, actor, note, detail (JSON text).
-- Output: none that is read. Index: none read.
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note, detail)
SELECT r.incident_id, r.at, r.action, r.state, r.actor, r.note, r.detail::jsonb
FROM unnest(?::text[]::uuid[], ?::text[]::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
    AS r (incident_id, at, action, state, actor, note, detail)
