-- Purpose: what the best set join wants: a GiST index on the points and none on the grids, so that the grids are outer
-- Parameters: none
-- Output: none
-- Index relied on: makes bench_spots_geom
CREATE INDEX bench_spots_geom ON public.bench_spots USING gist (geom);
