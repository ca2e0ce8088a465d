-- When a fix came in: a past second is shown with the fixes that were known then, whatever was sent later.

ALTER TABLE patrol.track_points ADD COLUMN received_at timestamptz;
ALTER TABLE patrol.track_points ALTER COLUMN received_at SET DEFAULT clock_timestamp();
COMMENT ON COLUMN patrol.track_points.received_at IS 'When the fix was stored; null for those stored before this was kept, which count as known when they were taken.';

CREATE VIEW published.patrol_units AS
SELECT u.id, u.code, u.name_zh, u.name_en, u.kind, u.grid_code, u.created_at FROM patrol.units u;
COMMENT ON VIEW published.patrol_units IS 'Room patrol. The patrol units as they are called now. Read by replay.';

CREATE VIEW published.unit_fixes AS
SELECT p.unit_id, p.t, p.geom, p.accuracy_m, p.speed_mps, p.grid_code, p.received_at FROM patrol.track_points p;
COMMENT ON VIEW published.unit_fixes IS 'Room patrol. Every fix under the id of its unit, with when it came in (null: not kept). Read by replay.';
