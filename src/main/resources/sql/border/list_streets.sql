-- The streets that touch a box.
-- Parameters: west, south, east, north (degrees). Output: name_zh, name_en, wkb (lines, 4326). Index: features_street_geom through the view.
SELECT s.name_zh, s.name_en, ST_AsBinary(s.geom) AS wkb
FROM published.streets s
WHERE s.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
