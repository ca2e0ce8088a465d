-- Purpose: the streets that run between two spots: spots on one side of one stretch of street have none between them.
-- Parameters: lon, lat, otherLon, otherLat (degrees). Output: names, at most 3. Index: features_street_geom through the view.
SELECT DISTINCT coalesce(nullif(s.name_zh, ''), nullif(s.name_en, ''), s.class) AS name
FROM published.streets s
WHERE ST_Intersects(s.geom, ST_SetSRID(ST_MakeLine(ST_MakePoint(:lon, :lat), ST_MakePoint(:otherLon, :otherLat)), 4326))
ORDER BY name
LIMIT 3
