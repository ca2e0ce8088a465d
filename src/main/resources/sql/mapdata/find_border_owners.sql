-- Purpose: who may own a point on a border of one edition: of each stretch between two grids that meets in it, the lower code
--   and the owner by the decision in force, if there is one
-- Parameters: layer, edition (uuid), lon, lat, at, known
-- Output: code_a, code_b (the two grids of a stretch; b null for a grid that no stretch is of), owner by decision (null: none),
--   near_end (the decision's line ends within three metres, so either may be right)
-- Index relied on: grids_geom of grid.grids
WITH spot AS (
    SELECT ST_SetSRID(ST_MakePoint(:lon, :lat), 4326) AS geom
),
holders AS MATERIALIZED (
    SELECT g.code, g.geom FROM published.grid_shapes g, spot
    WHERE g.edition_id = CAST(:edition AS uuid) AND ST_Covers(g.geom, spot.geom)
),
stretches AS (
    SELECT a.code AS code_a, b.code AS code_b
    FROM holders a
    JOIN holders b ON a.code COLLATE "C" < b.code COLLATE "C"
    CROSS JOIN spot
    CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(ST_Boundary(a.geom), ST_Boundary(b.geom)), 2) AS line) s
    WHERE ST_DWithin(s.line, spot.geom, 1e-9)
),
alone AS (
    SELECT h.code FROM holders h
    WHERE NOT EXISTS (SELECT FROM stretches s WHERE h.code IN (s.code_a, s.code_b))
)
SELECT s.code_a, s.code_b, d.owner,
       coalesce(ST_DWithin(ST_Boundary(d.line)::geography, spot.geom::geography, 3), false) AS near_end
FROM stretches s
CROSS JOIN spot
LEFT JOIN LATERAL (
    SELECT b.owner, b.line FROM published.border_decisions b
    WHERE b.layer = :layer AND b.code_a = s.code_a AND b.code_b = s.code_b
      AND b.valid @> CAST(:at AS timestamptz) AND b.known @> CAST(:known AS timestamptz)
      AND (b.line IS NULL OR ST_DWithin(b.line::geography, spot.geom::geography, 1))
    ORDER BY b.line IS NULL, b.decided_at DESC
    LIMIT 1) d ON true
UNION ALL
SELECT a.code, NULL, NULL, false FROM alone a
