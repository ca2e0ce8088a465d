-- Purpose: incidents near a spot that may be the same matter, each with whether a street runs between.
-- Parameters: lon, lat, west, south, east, north (degrees), categories, openSince, closedSince (instants). Output: a row an
-- incident, the latest first, at most 100. Index: incidents_geom, features_street_geom through the view.
SELECT i.id, i.number, i.state, i.category, left(i.description, 300) AS description, i.channel, i.reported_at, i.closed_at,
       ST_X(i.geom) AS lon, ST_Y(i.geom) AS lat,
       CASE WHEN jsonb_typeof(i.location -> 'accuracyMeters') = 'number'
            THEN (i.location ->> 'accuracyMeters')::float8 ELSE 0 END AS accuracy,
       i.location -> 'found' ->> 'placeCode' AS place_code,
       i.location -> 'found' ->> 'room' AS room,
       coalesce(i.answers ->> 'feeder', i.location -> 'found' ->> 'feeder') AS feeder,
       EXISTS (SELECT FROM published.streets s
               WHERE ST_Intersects(s.geom, ST_MakeLine(i.geom, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)))) AS across
FROM incident.incidents i
WHERE i.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
  AND i.category = ANY (:categories)
  AND i.state NOT IN ('VOID', 'MERGED')
  AND i.reported_at >= :openSince
  AND (i.closed_at IS NULL OR i.closed_at >= :closedSince)
ORDER BY i.reported_at DESC, i.id DESC
LIMIT 100
