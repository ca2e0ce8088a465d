-- Purpose: make a fix the newest position of a unit, unless a newer one is held; the same instant falls to the better fix
--   by the rule of improve_fixes. A position never goes back in time.
-- Parameters: unitId, t, lon, lat, accuracy, speed, gridCode. Output: number of rows changed, 0 or 1.
-- Index: positions_pkey.
INSERT INTO patrol.positions AS held (unit_id, t, geom, accuracy_m, speed_mps, grid_code)
VALUES (:unitId, :t, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), CAST(:accuracy AS real), CAST(:speed AS real),
        CAST(:gridCode AS text))
ON CONFLICT (unit_id) DO UPDATE
SET t = EXCLUDED.t, geom = EXCLUDED.geom, accuracy_m = EXCLUDED.accuracy_m, speed_mps = EXCLUDED.speed_mps,
    grid_code = EXCLUDED.grid_code
WHERE EXCLUDED.t > held.t
   OR EXCLUDED.t = held.t
      AND (coalesce(EXCLUDED.accuracy_m, 'Infinity'), ST_X(EXCLUDED.geom), ST_Y(EXCLUDED.geom),
           coalesce(EXCLUDED.speed_mps, 'Infinity'))
          < (coalesce(held.accuracy_m, 'Infinity'), ST_X(held.geom), ST_Y(held.geom),
             coalesce(held.speed_mps, 'Infinity'))
