-- Purpose: where units went in a span of time, unit by unit in order
-- Parameters: since (inclusive), until (inclusive)
-- Output: unit, kind, t, lon, lat
-- Index relied on: track_points_t_brin and the partitions of days, through the view
SELECT f.unit, f.kind, f.t, ST_X(f.geom) AS lon, ST_Y(f.geom) AS lat
FROM published.fixes f
WHERE f.t >= :since AND f.t <= :until
ORDER BY f.unit, f.t
