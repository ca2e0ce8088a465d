-- Purpose: how many fixes a unit sent from each micro-grid in a time span, the most first.
-- Parameters: unitId, from (inclusive), to (exclusive). Output: grid_code (null outside every micro-grid), fixes.
-- Index: track_points_key.
SELECT grid_code, count(*) AS fixes
FROM patrol.track_points
WHERE unit_id = :unitId AND t >= :from AND t < :to
GROUP BY grid_code
ORDER BY fixes DESC, grid_code
