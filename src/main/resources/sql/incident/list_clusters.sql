-- Purpose: open incidents of a family that may have one cause: on one feeder, or close together; those in a cluster left out.
-- Parameters: categories, since, degrees (how far apart), least (incidents). Output: feeder (null: close together), ids and
-- numbers in the order of their reports, since when, lon, lat of the middle; the largest first. Index: incidents_reported, clusters_pkey.
WITH open AS (
    SELECT i.id, i.number, i.reported_at, i.geom,
           coalesce(i.answers ->> 'feeder', i.location -> 'found' ->> 'feeder') AS feeder
    FROM incident.incidents i
    WHERE i.closed_at IS NULL AND i.category = ANY (:categories) AND i.reported_at >= :since
      AND NOT EXISTS (SELECT FROM incident.clusters c WHERE c.child_id = i.id OR c.parent_id = i.id)
    ORDER BY i.reported_at DESC
    LIMIT 5000
),
-- the feeder says more than the distance
grouped AS (
    SELECT o.*, CASE WHEN o.feeder IS NOT NULL THEN 'feeder ' || o.feeder
                     ELSE 'near ' || ST_ClusterDBSCAN(o.geom, :degrees, :least) OVER (PARTITION BY o.feeder IS NULL) END AS key
    FROM open o
)
SELECT g.feeder, array_agg(g.id ORDER BY g.reported_at, g.id) AS ids, array_agg(g.number ORDER BY g.reported_at, g.id) AS numbers,
       min(g.reported_at) AS since, avg(ST_X(g.geom)) AS lon, avg(ST_Y(g.geom)) AS lat
FROM grouped g
WHERE g.key IS NOT NULL
GROUP BY g.key, g.feeder
HAVING count(*) >= :least
ORDER BY count(*) DESC, since
LIMIT 100
