-- Purpose: the peer's tables: the points with the index that its best join needs, the micro-grids in force
-- Parameters: none
-- Output: none
-- Index relied on: makes a GiST index on the points
CREATE TABLE public.bench_points AS
SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom FROM bench_raw;
CREATE INDEX ON public.bench_points USING gist (geom);
CREATE TABLE public.bench_grids AS
SELECT g.code, g.geom
FROM grid.grids g JOIN grid.edition_periods p USING (edition_id)
WHERE p.layer = 'micro-grid' AND upper_inf(p.known) AND p.valid @> now();
ANALYZE public.bench_points;
ANALYZE public.bench_grids;
