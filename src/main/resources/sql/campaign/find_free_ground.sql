-- Purpose: pieces of free ground within a distance of a spot, without what must stay clear, large enough for a strip
-- Parameters: lon, lat, within, length, width (metres), free (edition of the layer of free ground), avoid (editions)
-- Output: geometry (GeoJSON text), distance_m (to its nearest point), area_m2, length_m, width_m; the nearest first
-- Index relied on: grids_geom
WITH spot AS (
    SELECT ST_SetSRID(ST_MakePoint(:lon, :lat), 4326) AS geom,
           (CASE WHEN :lat < 0 THEN 32700 ELSE 32600 END + least(60, floor((:lon + 180) / 6)::integer + 1))::integer AS metric
),
-- the corners of the circle lie on it, so that all of it is within the distance
circle AS (
    SELECT ST_Buffer(s.geom::geography, CAST(:within AS double precision) * 0.999, 32)::geometry AS geom FROM spot s
),
free AS (
    SELECT ST_Union(ST_Intersection(g.geom, c.geom)) AS geom
    FROM published.grid_shapes g JOIN circle c ON ST_Intersects(g.geom, c.geom)
    WHERE g.edition_id = CAST(:free AS uuid)
),
-- half a metre is left beside what must stay clear
clear AS (
    SELECT ST_Union(ST_Buffer(g.geom::geography, 0.5)::geometry) AS geom
    FROM published.grid_shapes g JOIN circle c ON ST_Intersects(g.geom, c.geom)
    WHERE g.edition_id = ANY (CAST(CAST(:avoid AS text[]) AS uuid[]))
),
pieces AS (
    SELECT d.geom
    FROM free f
    LEFT JOIN clear c ON true
    CROSS JOIN LATERAL ST_Dump(ST_CollectionExtract(
        CASE WHEN c.geom IS NULL THEN f.geom ELSE ST_Difference(f.geom, c.geom) END, 3)) AS d
),
measured AS (
    SELECT p.geom, ST_Distance(p.geom::geography, s.geom::geography) AS distance_m, ST_Area(p.geom::geography) AS area_m2,
           (ST_MaximumInscribedCircle(m.geom)).radius * 2 AS width_m,
           greatest(
               ST_Distance(ST_PointN(ST_ExteriorRing(r.geom), 1), ST_PointN(ST_ExteriorRing(r.geom), 2)),
               ST_Distance(ST_PointN(ST_ExteriorRing(r.geom), 2), ST_PointN(ST_ExteriorRing(r.geom), 3))) AS length_m
    FROM pieces p
    CROSS JOIN spot s
    CROSS JOIN LATERAL (SELECT ST_Transform(p.geom, s.metric) AS geom) AS m
    CROSS JOIN LATERAL (SELECT ST_OrientedEnvelope(m.geom) AS geom) AS r
)
SELECT ST_AsGeoJSON(m.geom, 9) AS geometry, m.distance_m, m.area_m2, m.length_m, m.width_m
FROM measured m
WHERE m.length_m >= :length AND m.width_m >= :width
ORDER BY m.distance_m, m.area_m2 DESC;
