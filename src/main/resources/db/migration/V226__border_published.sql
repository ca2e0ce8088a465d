-- What the register of gaps and overlaps found, for a check by another way.
CREATE VIEW published.register_faces AS
SELECT s.scan_id, c.layer, c.edition, s.face_id, f.kind, s.inside, s.area_m2, s.geom
FROM border.shapes s
JOIN border.scans c ON c.id = s.scan_id
JOIN border.faces f ON f.id = s.face_id;
COMMENT ON VIEW published.register_faces IS 'Room border. Every gap and overlap of every scan: where, how large, and which grids share it. Read by mapdata: receipts of the register are checked by another way.';
