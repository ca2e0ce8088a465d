-- Purpose: the peer: the set join with the polygons outer
-- Parameters: none
-- Output: count, digest
-- Index relied on: GiST on public.bench_points
SELECT count(*), sum(p.id) AS digest
FROM public.bench_grids g JOIN public.bench_points p ON ST_Covers(g.geom, p.geom);
