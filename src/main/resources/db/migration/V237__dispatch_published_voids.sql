-- Where nobody is, for the handover between shifts.
CREATE VIEW published.voids_told AS
SELECT v.layer, v.grid_code, r.role, r.unit_kind, v.empty_since, v.filled_by, v.told_at, v.closed_at
FROM dispatch.voids v
JOIN dispatch.cover_rules r ON r.id = v.rule_id;
COMMENT ON VIEW published.voids_told IS 'Room dispatch. One row a void that was told: what is missing in which grid, since when, until when as planned, and when it was filled (null: still empty). No persons. Read by console: the shift handover.';
