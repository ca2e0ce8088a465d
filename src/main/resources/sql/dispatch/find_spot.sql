-- Where an incident lies, what it is about and who took it. Parameters: incident. Output: one row, lon/lat.
-- Index: incidents_pkey through the views.
SELECT p.id, p.number, p.category, p.state, ST_X(p.geom) AS lon, ST_Y(p.geom) AS lat, r.first_receiver
FROM published.incident_points p
JOIN published.first_receivers r ON r.id = p.id
WHERE p.id = :incident
