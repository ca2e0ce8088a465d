-- Purpose: move the staged fixes into the log, the best of each unit and instant (rule of improve_fixes) first.
-- Parameters: none. Output: number of rows stored. Index: track_points_key.
INSERT INTO patrol.track_points (unit_id, t, geom, accuracy_m, speed_mps, grid_code)
SELECT unit_id, t, geom, accuracy_m, speed_mps, grid_code
FROM staged_fixes
ORDER BY unit_id, t, accuracy_m NULLS LAST, ST_X(geom), ST_Y(geom), speed_mps NULLS LAST
ON CONFLICT (unit_id, t) DO NOTHING
