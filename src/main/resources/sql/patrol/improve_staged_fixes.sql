-- Purpose: as improve_fixes, for the staged fixes.
-- Parameters: none. Output: number of rows replaced. Index: track_points_key.
-- best: one staged fix a unit and instant.
WITH best AS (
    SELECT DISTINCT ON (unit_id, t) unit_id, t, geom, accuracy_m, speed_mps, grid_code
    FROM staged_fixes
    ORDER BY unit_id, t, accuracy_m NULLS LAST, ST_X(geom), ST_Y(geom), speed_mps NULLS LAST
)
UPDATE patrol.track_points AS held
SET geom = best.geom, accuracy_m = best.accuracy_m, speed_mps = best.speed_mps, grid_code = best.grid_code
FROM best
WHERE held.unit_id = best.unit_id
  AND held.t = best.t
  AND (coalesce(best.accuracy_m, 'Infinity'), ST_X(best.geom), ST_Y(best.geom), coalesce(best.speed_mps, 'Infinity'))
      < (coalesce(held.accuracy_m, 'Infinity'), ST_X(held.geom), ST_Y(held.geom), coalesce(held.speed_mps, 'Infinity'))
