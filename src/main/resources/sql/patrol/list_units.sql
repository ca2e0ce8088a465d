-- Purpose: one page of units with their newest positions, in the order of the codes.
-- Parameters: after (code, or ''), code (text or null: all), grid (the home grid, or null: all), limit.
-- Output: id, code, name_zh, name_en, grid_code, kind, version, t, lon, lat, accuracy_m, speed_mps, position_grid_code; the position
--   columns are null for a unit that never reported.
-- Index: units_code_key, positions_pkey.
SELECT u.id, u.code, u.name_zh, u.name_en, u.grid_code, u.kind, u.version,
       p.t, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat, p.accuracy_m, p.speed_mps, p.grid_code AS position_grid_code
FROM patrol.units AS u
LEFT JOIN patrol.positions AS p ON p.unit_id = u.id
WHERE u.code > :after
  AND (CAST(:code AS text) IS NULL OR u.code = :code)
  AND (CAST(:grid AS text) IS NULL OR u.grid_code = :grid)
ORDER BY u.code
LIMIT :limit
