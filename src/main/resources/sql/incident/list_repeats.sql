-- Purpose: the cases of the same category that came before one at its place.
-- Parameters: id, meters, days (before its report). Output: id, number, state, reported_at, the latest first, at most 1000.
-- Index: incidents_pkey, incidents_geom.
WITH near AS (
    -- no more are looked at, so that a spot with a hundred thousand cases costs no more than one with a thousand
    SELECT i.id, i.number, i.state, i.reported_at, i.geom, own.geom AS spot
    FROM incident.incidents own
    JOIN incident.incidents i ON i.geom && ST_Expand(
        own.geom, :meters / 111000.0 / greatest(0.1, cos(radians(ST_Y(own.geom)))), :meters / 110000.0)
    WHERE own.id = :id
      AND i.id <> own.id
      AND i.category = own.category
      AND i.state NOT IN ('VOID', 'MERGED')
      AND i.reported_at <= own.reported_at
      AND i.reported_at > own.reported_at - make_interval(days => :days)
    LIMIT 1000
)
SELECT n.id, n.number, n.state, n.reported_at
FROM near n
WHERE ST_DWithin(n.geom::geography, n.spot::geography, :meters)
ORDER BY n.reported_at DESC, n.id DESC
