-- The streets of the base map, for whoever measures street metres.
CREATE VIEW published.streets AS
SELECT f.id, f.class, f.name_zh, f.name_en, f.geom
FROM mapdata.features f
WHERE f.theme = 'street';
COMMENT ON VIEW published.streets IS 'Room mapdata. Centre lines of streets, lon/lat, with class (motorway … lane) and names. Read by border: metres of street in a gap, an overlap or a piece of ground that changes hands.';

CREATE VIEW published.street_revision AS
SELECT coalesce((SELECT e.revision::text FROM mapdata.extent e), 'none') AS revision;
COMMENT ON VIEW published.street_revision IS 'Room mapdata. One row; the text changes whenever the base map is loaded anew. Read by border: what was measured along older streets is measured again.';

CREATE INDEX features_street_geom ON mapdata.features USING gist (geom) WHERE theme = 'street';
