-- Purpose: the peer's lookup of one point, for pgbench
-- Parameters: lon, lat (degrees)
-- Output: code
-- Index relied on: bench_grids_geom
SELECT code FROM public.bench_grids WHERE ST_Covers(geom, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326));
