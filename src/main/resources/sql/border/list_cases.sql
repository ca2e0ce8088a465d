-- The cases in a box that were reported in a span of time, and how they went.
-- Parameters: west, south, east, north (degrees), since (exclusive), until (inclusive). Output: lon, lat, accuracy_m (null:
--   not known), returns, hand_overs, joint, waited_s (from the report to the first acceptance; null: never accepted).
-- Index: incidents_geom and incidents_reported through the view; timeline_incident.
SELECT ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat, i.accuracy_m, h.returns, h.hand_overs, coalesce(h.joint, false) AS joint,
       extract(epoch FROM h.accepted_at - i.reported_at)::double precision AS waited_s
FROM published.incident_points i
JOIN published.incident_handling h ON h.id = i.id
WHERE i.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
  AND i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
ORDER BY lon, lat
