-- Purpose: the peer: the set join with the grids outer
-- Parameters: none
-- Output: count, digest
-- Index relied on: bench_spots_geom
SELECT count(*), sum(g.id) AS digest
FROM public.bench_layer g JOIN public.bench_spots p ON ST_Covers(g.geom, p.geom);
