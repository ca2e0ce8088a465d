-- Purpose: the ground of a layer measured from the shapes of its grids: what they must cover, what one has, several have, none has
-- Parameters: edition, parent (uuid or null), region (PARENT, OUTLINE or GRIDS)
-- Output: region_m2, owned_m2, gap_m2, overlap_m2 on the ellipsoid; edges follow straight lines in degrees
-- Index relied on: grids_geom of grid.grids
WITH grids AS MATERIALIZED (
    SELECT g.code, g.geom FROM published.grid_shapes g WHERE g.edition_id = CAST(:edition AS uuid)
),
ground AS (
    SELECT CASE CAST(:region AS text)
        WHEN 'PARENT' THEN (SELECT ST_Union(p.geom) FROM published.grid_shapes p WHERE p.edition_id = CAST(:parent AS uuid))
        WHEN 'GRIDS' THEN (SELECT ST_Union(g.geom) FROM grids g)
        ELSE (SELECT ST_Union(ST_MakePolygon(ST_ExteriorRing(d.geom)))
              FROM ST_Dump((SELECT ST_Union(g.geom) FROM grids g)) d) END AS geom
),
-- ground that two grids or more have
shared AS (
    SELECT ST_Union(ST_Intersection(a.geom, b.geom)) AS geom
    FROM grids a JOIN grids b ON a.code < b.code AND a.geom && b.geom AND ST_Relate(a.geom, b.geom, 'T********')
),
cut AS (
    SELECT g.geom AS region,
           ST_Intersection(g.geom, (SELECT ST_Union(x.geom) FROM grids x)) AS covered,
           ST_Intersection(g.geom, coalesce(s.geom, ST_GeomFromText('POLYGON EMPTY', 4326))) AS shared
    FROM ground g, shared s
),
measured AS (
    SELECT ST_Area(ST_Segmentize(ST_CollectionExtract(region, 3), 0.0005)::geography) AS region_m2,
           ST_Area(ST_Segmentize(ST_CollectionExtract(covered, 3), 0.0005)::geography) AS covered_m2,
           ST_Area(ST_Segmentize(ST_CollectionExtract(shared, 3), 0.0005)::geography) AS overlap_m2
    FROM cut
)
SELECT region_m2, covered_m2 - overlap_m2 AS owned_m2, region_m2 - covered_m2 AS gap_m2, overlap_m2 FROM measured
