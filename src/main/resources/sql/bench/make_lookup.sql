-- Purpose: the peer's table of the micro-grids in force, ready for lookups
-- Parameters: none
-- Output: none
-- Index relied on: makes bench_grids_geom
DROP TABLE IF EXISTS public.bench_grids;
CREATE TABLE public.bench_grids AS
SELECT g.code, g.geom
FROM grid.grids g JOIN grid.edition_periods p USING (edition_id)
WHERE p.layer = 'micro-grid' AND upper_inf(p.known) AND p.valid @> now();
CREATE INDEX bench_grids_geom ON public.bench_grids USING gist (geom);
