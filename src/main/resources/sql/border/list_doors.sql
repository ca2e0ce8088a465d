-- The doors in a box.
-- Parameters: west, south, east, north (degrees). Output: lon, lat, households (null: not known).
-- Index: places_geom_gist through the view.
SELECT ST_X(d.geom) AS lon, ST_Y(d.geom) AS lat, d.households
FROM published.doors d
WHERE d.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
ORDER BY lon, lat
