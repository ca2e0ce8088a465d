-- Where units went.
CREATE VIEW published.fixes AS
SELECT u.code AS unit, u.kind, u.grid_code AS home_grid, p.t, p.geom, p.accuracy_m, p.grid_code
FROM patrol.track_points p
JOIN patrol.units u ON u.id = p.unit_id;
COMMENT ON VIEW published.fixes IS 'Room patrol. Every fix of every unit: when, where, how exactly; kind says how the unit travels. Read by mapdata (whether what an import stored is there) and by evaluation (who passed a spot before it was reported).';
