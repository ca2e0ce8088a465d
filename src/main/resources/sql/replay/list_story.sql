-- Purpose: what had happened to a case by an instant, in order
-- Parameters: id; at
-- Output: at, action, state, actor, note, detail (JSON)
-- Index: timeline_incident
SELECT y.at, y.action, y.state, y.actor, y.note, y.detail::text AS detail
FROM published.incident_story y
WHERE y.incident_id = CAST(:id AS uuid) AND y.at <= CAST(:at AS timestamptz)
ORDER BY y.id
