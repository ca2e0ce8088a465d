-- Purpose: where two different fixes of a unit claim one instant, keep the better one whatever came first: the more exact
--   one, then the smaller longitude, latitude, speed. This makes the stored track independent of the order of arrival.
-- Parameters: as insert_fixes. Output: number of rows replaced. Index: track_points_key.
UPDATE patrol.track_points AS held
SET geom = ST_SetSRID(ST_MakePoint(lon, lat), 4326), accuracy_m = accuracy, speed_mps = speed, grid_code = fix.grid_code
FROM unnest(CAST(:micros AS bigint[]), CAST(:lons AS double precision[]), CAST(:lats AS double precision[]),
            CAST(:accuracies AS real[]), CAST(:speeds AS real[]), CAST(:gridCodes AS text[]))
     AS fix (micros, lon, lat, accuracy, speed, grid_code)
WHERE held.unit_id = :unitId
  AND held.t = timestamptz 'epoch' + micros * interval '1 microsecond'
  AND (coalesce(accuracy, 'Infinity'), lon, lat, coalesce(speed, 'Infinity'))
      < (coalesce(held.accuracy_m, 'Infinity'), ST_X(held.geom), ST_Y(held.geom), coalesce(held.speed_mps, 'Infinity'))
