-- Purpose: where each patrol unit was last at an instant, by the fixes that had come in by then
-- Parameters: at; since (how far back a position still says something)
-- Output: code, name_zh, name_en, kind, grid_code, t, lon, lat, accuracy_m, speed_mps, position_grid_code; the position is
--   null for a unit without a fix in that span
-- Index: track_points_key of the days that the span meets
SELECT u.code, u.name_zh, u.name_en, u.kind, u.grid_code, f.t, ST_X(f.geom) AS lon, ST_Y(f.geom) AS lat, f.accuracy_m,
       f.speed_mps, f.grid_code AS position_grid_code
FROM published.patrol_units u
LEFT JOIN LATERAL (SELECT p.* FROM published.unit_fixes p
                   WHERE p.unit_id = u.id AND p.t > CAST(:since AS timestamptz) AND p.t <= CAST(:at AS timestamptz)
                     AND (p.received_at IS NULL OR p.received_at <= CAST(:at AS timestamptz))
                   ORDER BY p.t DESC LIMIT 1) AS f ON true
WHERE u.created_at <= CAST(:at AS timestamptz) OR f.t IS NOT NULL
ORDER BY u.code
