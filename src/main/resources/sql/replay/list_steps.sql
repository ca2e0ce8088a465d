-- Purpose: the steps of the tracks of all units that may meet a box in a window, unit by unit in order; a step leads from one fix to
--   the next, the first of a unit from nowhere
-- Parameters: since, until (of the window); gap (seconds, how far beyond the window a step may begin or end); west, south, east,
--   north
-- Output: unit, name_zh, name_en, kind, from_t (null: the first), from_lon, from_lat, to_t, to_lon, to_lat
-- Index: track_points_key and track_points_t_brin of the days that the window meets
WITH way AS (
    SELECT p.unit_id, p.t, p.geom, lag(p.t) OVER in_time AS from_t, lag(p.geom) OVER in_time AS from_geom
    FROM published.unit_fixes p
    WHERE p.t >= CAST(:since AS timestamptz) - CAST(:gap AS double precision) * interval '1 second'
      AND p.t <= CAST(:until AS timestamptz) + CAST(:gap AS double precision) * interval '1 second'
    WINDOW in_time AS (PARTITION BY p.unit_id ORDER BY p.t)
)
SELECT u.code AS unit, u.name_zh, u.name_en, u.kind, w.from_t, ST_X(w.from_geom) AS from_lon, ST_Y(w.from_geom) AS from_lat,
       w.t AS to_t, ST_X(w.geom) AS to_lon, ST_Y(w.geom) AS to_lat
FROM way w
JOIN published.patrol_units u ON u.id = w.unit_id
WHERE w.t >= CAST(:since AS timestamptz)
  AND (w.from_t IS NULL OR w.from_t <= CAST(:until AS timestamptz))
  AND CASE WHEN w.from_geom IS NULL THEN w.geom ELSE ST_MakeLine(w.from_geom, w.geom) END
      && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
ORDER BY u.code, w.t
