-- Where the cases in a box lie that were reported in a span of time.
-- Parameters: west, south, east, north (degrees), since (exclusive), until (inclusive). Output: lon, lat.
-- Index: incidents_geom and incidents_reported through the view.
SELECT ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat
FROM published.incident_points i
WHERE i.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
  AND i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
ORDER BY lon, lat
