-- Places with their kind, for questions about what lies near what.
CREATE VIEW published.spots AS
SELECT p.code, p.kind, p.name_zh, p.name_en, p.geom
FROM place.places p;
COMMENT ON VIEW published.spots IS 'Room place. One row a place: kind, names, point. No attributes. Read by campaign.';
