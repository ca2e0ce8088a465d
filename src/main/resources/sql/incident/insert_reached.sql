-- Adds rows to timelines for instants that were reached, each in the state that the incident is in.
-- Parameters, each an array with one value a row: incidents, words, times, details (JSON text). Index: incidents_pkey.
INSERT INTO incident.timeline (incident_id, at, action, state, actor, detail)
SELECT i.id, r.at::timestamptz, r.word, i.state, 'clock', r.detail::jsonb
FROM unnest(:incidents::text[]::uuid[], :words::text[], :times::text[], :details::text[])
    AS r (incident_id, word, at, detail)
JOIN incident.incidents i ON i.id = r.incident_id
