-- Purpose: where an incident lies, and how far from it evidence of its category may be taken
-- Parameters: id. Output: lon, lat, category, meters (null: the usual); at most one row
-- Index: incidents_pkey, nearness_pkey
SELECT ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat, i.category, n.meters
FROM published.incident_points i
LEFT JOIN evidence.nearness n ON n.category = i.category
WHERE i.id = :id
