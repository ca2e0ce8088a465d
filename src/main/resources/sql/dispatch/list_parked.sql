-- The parked list: incidents whose clocks stand still, with the written explanation, the longest first.
-- Output: a row a pause. Index: one_open_pause.
SELECT p.incident_id, l.number, l.category, l.grid_code, p.cause, p.reason, p.actor, p.started_at, p.until
FROM dispatch.pauses p
JOIN published.incident_life l ON l.id = p.incident_id
WHERE p.ended_at IS NULL AND l.closed_at IS NULL
ORDER BY p.started_at, p.id
