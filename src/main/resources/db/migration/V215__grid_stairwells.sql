-- Stairwells that are kept as grids, for whoever must reach the people behind them.
CREATE VIEW published.stairwells AS
SELECT g.edition_id, g.code, g.name_zh, g.name_en, g.households, g.geom, ST_PointOnSurface(g.geom) AS spot
FROM grid.grids g
JOIN grid.editions e ON e.id = g.edition_id
WHERE e.layer = 'stairwell';
COMMENT ON VIEW published.stairwells IS 'Room grid. The grids of layer stairwell, every edition, with one spot inside each. Read by notice.';
