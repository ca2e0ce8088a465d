-- Purpose: the peer's answers to the lookups, the lowest code where a border is shared
-- Parameters: none
-- Output: id, code
-- Index relied on: bench_grids_geom
SELECT p.id, min(g.code COLLATE "C") AS code
FROM bench_lookup_points p JOIN public.bench_grids g ON ST_Covers(g.geom, p.geom)
GROUP BY p.id;
