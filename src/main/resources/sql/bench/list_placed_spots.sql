-- Purpose: the peer's answers, the lowest grid where a border is shared
-- Parameters: none
-- Output: spot, grid
-- Index relied on: bench_spots_geom
SELECT p.id AS spot, min(g.id) AS grid
FROM public.bench_layer g JOIN public.bench_spots p ON ST_Covers(g.geom, p.geom)
GROUP BY p.id;
