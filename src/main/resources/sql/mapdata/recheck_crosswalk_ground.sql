-- Purpose: the ground that each grid of one edition shares with each of another, measured by PostGIS
-- Parameters: before, after (uuids of editions)
-- Output: old_code, new_code (null: the plan has no grid there), area_m2
-- Index relied on: grids_geom of grid.grids
WITH grids AS MATERIALIZED (
    SELECT edition_id, code, geom FROM published.grid_shapes
    WHERE edition_id IN (CAST(:before AS uuid), CAST(:after AS uuid))
),
-- where grids share ground, the lowest code has it
owned AS MATERIALIZED (
    SELECT g.edition_id, g.code,
           CASE WHEN lower_codes.geom IS NULL THEN g.geom
                ELSE ST_CollectionExtract(ST_Difference(g.geom, lower_codes.geom), 3) END AS geom
    FROM grids g
    LEFT JOIN LATERAL (
        SELECT ST_Union(l.geom) AS geom FROM grids l
        WHERE l.edition_id = g.edition_id AND l.code COLLATE "C" < g.code COLLATE "C" AND l.geom && g.geom
          AND ST_Relate(l.geom, g.geom, 'T********')) lower_codes ON true
),
old AS (SELECT code, geom FROM owned WHERE edition_id = CAST(:before AS uuid) AND NOT ST_IsEmpty(geom)),
new AS (SELECT code, geom FROM owned WHERE edition_id = CAST(:after AS uuid) AND NOT ST_IsEmpty(geom)),
both_plans AS (
    SELECT o.code AS old_code, n.code AS new_code,
           CASE WHEN ST_Equals(o.geom, n.geom) THEN o.geom
                ELSE ST_CollectionExtract(ST_Intersection(o.geom, n.geom), 3) END AS geom
    FROM old o JOIN new n ON o.geom && n.geom AND ST_Relate(o.geom, n.geom, 'T********')
),
only_old AS (
    SELECT o.code, ST_Difference(o.geom, coalesce(
        (SELECT ST_Union(n.geom) FROM new n WHERE n.geom && o.geom), ST_GeomFromText('POLYGON EMPTY', 4326))) AS geom
    FROM old o
),
only_new AS (
    SELECT n.code, ST_Difference(n.geom, coalesce(
        (SELECT ST_Union(o.geom) FROM old o WHERE o.geom && n.geom), ST_GeomFromText('POLYGON EMPTY', 4326))) AS geom
    FROM new n
)
SELECT old_code, new_code, ST_Area(ST_Segmentize(geom, 0.0005)::geography) AS area_m2 FROM both_plans
UNION ALL
SELECT code, NULL, ST_Area(ST_Segmentize(ST_CollectionExtract(geom, 3), 0.0005)::geography) FROM only_old WHERE NOT ST_IsEmpty(geom)
UNION ALL
SELECT NULL, code, ST_Area(ST_Segmentize(ST_CollectionExtract(geom, 3), 0.0005)::geography) FROM only_new WHERE NOT ST_IsEmpty(geom)
