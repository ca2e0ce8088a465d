-- Purpose: places where cases of one category came again and again: chains of cases, each near the next.
-- Parameters: since, least (cases of a place), category (or null), meters, ground (WKB, null: everywhere).
-- Output: category, lon, lat (the middle), spread_m, grid_code, count, open, first_at, last_at, numbers, latest (id); the most first,
-- at most 2000. Index: incidents_reported.
WITH recent AS MATERIALIZED (
    SELECT i.id, i.number, i.category, i.closed_at, i.reported_at, i.grid_code, i.geom, cos(radians(ST_Y(i.geom))) AS shrink,
           -- cells of some five metres: a thousand cases at one board are one point to the chaining
           floor(ST_X(ST_Transform(i.geom, 3857)) / 6)::bigint AS x, floor(ST_Y(ST_Transform(i.geom, 3857)) / 6)::bigint AS y
    FROM incident.incidents i
    WHERE i.reported_at > :since AND i.state NOT IN ('VOID', 'MERGED')
      AND (CAST(:category AS text) IS NULL OR i.category = CAST(:category AS text))
      AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
),
cells AS (
    SELECT r.category, r.x, r.y, ST_MakePoint(r.x * 6 + 3, r.y * 6 + 3) AS middle
    FROM recent r
    GROUP BY r.category, r.x, r.y
),
-- stretched as the map is at the middle of all, which differs by less than a thousandth over a city
chained AS MATERIALIZED (
    SELECT c.category, c.x, c.y,
           ST_ClusterDBSCAN(c.middle, :meters / (SELECT avg(shrink) FROM recent), 1) OVER (PARTITION BY c.category) AS chain
    FROM cells c
),
places AS (
    SELECT c.category, count(*) AS count, count(*) FILTER (WHERE c.closed_at IS NULL) AS open,
           min(c.reported_at) AS first_at, max(c.reported_at) AS last_at, ST_Centroid(ST_Collect(c.geom)) AS middle,
           ST_Collect(c.geom) AS points,
           array_agg(c.number ORDER BY c.reported_at DESC, c.id DESC) AS numbers,
           (array_agg(c.id ORDER BY c.reported_at DESC, c.id DESC))[1] AS latest,
           (array_agg(c.grid_code ORDER BY c.reported_at DESC, c.id DESC))[1] AS grid_code
    FROM recent c
    JOIN chained k ON k.category = c.category AND k.x = c.x AND k.y = c.y
    GROUP BY c.category, k.chain
    HAVING count(*) >= :least
)
SELECT p.category, ST_X(p.middle) AS lon, ST_Y(p.middle) AS lat,
       (SELECT max(ST_Distance(d.geom::geography, p.middle::geography)) FROM ST_Dump(p.points) AS d) AS spread_m,
       p.grid_code, p.count, p.open, p.first_at, p.last_at, p.latest,
       ARRAY(SELECT u.number FROM unnest(p.numbers) WITH ORDINALITY AS u(number, place) WHERE u.place <= 20 ORDER BY u.place) AS numbers
FROM places p
ORDER BY p.count DESC, p.last_at DESC, p.latest
LIMIT 2000
