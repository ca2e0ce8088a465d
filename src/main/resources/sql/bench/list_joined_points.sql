-- Purpose: the peer's answers, the lower code on shared borders
-- Parameters: none
-- Output: id, code
-- Index relied on: GiST on public.bench_points
SELECT p.id, min(g.code COLLATE "C") AS code
FROM public.bench_grids g JOIN public.bench_points p ON ST_Covers(g.geom, p.geom)
GROUP BY p.id;
