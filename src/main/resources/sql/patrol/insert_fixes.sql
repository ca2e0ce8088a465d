-- Purpose: store the fixes of one unit that are not stored yet.
-- Parameters: unitId; arrays of one length: micros (since 1970, UTC), lons, lats (WGS 84), accuracies, speeds (null where
--   unknown), gridCodes (null where no micro-grid holds the fix). One entry an instant; the days must exist (ensure_days).
-- Output: one row (true) a stored fix.
-- Index: track_points_key of the day. Rows go in by time, so that two senders of the same fixes lock in the same order.
INSERT INTO patrol.track_points (unit_id, t, geom, accuracy_m, speed_mps, grid_code)
SELECT :unitId, timestamptz 'epoch' + micros * interval '1 microsecond', ST_SetSRID(ST_MakePoint(lon, lat), 4326),
       accuracy, speed, grid_code
FROM unnest(CAST(:micros AS bigint[]), CAST(:lons AS double precision[]), CAST(:lats AS double precision[]),
            CAST(:accuracies AS real[]), CAST(:speeds AS real[]), CAST(:gridCodes AS text[]))
     AS fix (micros, lon, lat, accuracy, speed, grid_code)
ORDER BY micros
ON CONFLICT (unit_id, t) DO NOTHING
RETURNING true
