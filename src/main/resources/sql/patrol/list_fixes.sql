-- Purpose: a unit's fixes of a time span in their order, with the speed that the step from the fix before implies.
-- Parameters: unitId, from (inclusive), to (exclusive), limit.
-- Output: t, lon, lat, accuracy_m, speed_mps, grid_code, implied_mps (null on the first row).
-- Index: track_points_key of the days that the span meets; the other partitions are pruned.
SELECT t, ST_X(geom) AS lon, ST_Y(geom) AS lat, accuracy_m, speed_mps, grid_code,
       ST_DistanceSphere(geom, lag(geom) OVER in_time)
           / nullif(extract(epoch FROM t - lag(t) OVER in_time)::double precision, 0) AS implied_mps
FROM patrol.track_points
WHERE unit_id = :unitId AND t >= :from AND t < :to
WINDOW in_time AS (ORDER BY t)
ORDER BY t
LIMIT :limit
