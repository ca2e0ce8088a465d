-- The clocks that run or stand, and the voids that are open: for the screens on the wall.
CREATE VIEW published.deadlines_running AS
SELECT d.incident_id, d.kind, d.due, d.warn_at, d.stands_at
FROM dispatch.deadlines d
WHERE d.met_at IS NULL AND d.dropped_at IS NULL;
COMMENT ON VIEW published.deadlines_running IS 'Room dispatch. One row a deadline that is not met and still counts; stands_at: since when its clock stands. Read by wall.';

CREATE VIEW published.voids_open AS
SELECT v.layer, v.grid_code, r.role, r.unit_kind, v.empty_since, v.filled_by
FROM dispatch.voids v
JOIN dispatch.cover_rules r ON r.id = v.rule_id
WHERE v.closed_at IS NULL;
COMMENT ON VIEW published.voids_open IS 'Room dispatch. Where nobody of a kind is now, since when, and until when by the plan (null: not foreseen). No persons. Read by wall.';
