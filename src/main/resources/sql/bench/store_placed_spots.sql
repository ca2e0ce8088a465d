-- Purpose: the peer's stored reassignment: the join into a new table
-- Parameters: none
-- Output: none
-- Index relied on: bench_spots_geom
CREATE UNLOGGED TABLE public.bench_placed_join AS
SELECT p.id AS spot, g.id AS grid
FROM public.bench_layer g JOIN public.bench_spots p ON ST_Covers(g.geom, p.geom);
