-- Purpose: the ways of all units in a span of time, by the fixes that had come in by its end
-- Parameters: since; at; rows
-- Output: unit, t, lon, lat, unit by unit in order
-- Index: track_points_key of the days that the span meets
SELECT u.code AS unit, p.t, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat
FROM published.patrol_units u
JOIN published.unit_fixes p ON p.unit_id = u.id
WHERE p.t > CAST(:since AS timestamptz) AND p.t <= CAST(:at AS timestamptz)
  AND (p.received_at IS NULL OR p.received_at <= CAST(:at AS timestamptz))
ORDER BY u.code, p.t
LIMIT :rows
