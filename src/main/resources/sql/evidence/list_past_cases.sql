-- Purpose: the cases that premises had: complaints about a business within some metres of a place, the latest first
-- Parameters: lon, lat, meters, categories (array), since
-- Output: number, category, state, reported_at
-- Index: incidents_geom
SELECT number, category, state, reported_at
FROM published.incident_points
WHERE geom && ST_Expand(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :meters / 80000.0)
  AND ST_DWithin(geom::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography, :meters)
  AND category = ANY(CAST(:categories AS text[]))
  AND reported_at >= CAST(:since AS timestamptz)
ORDER BY reported_at DESC
LIMIT 200
