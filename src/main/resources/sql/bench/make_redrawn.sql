-- Purpose: the grids that a redraw changed, as they were and as they are
-- Parameters: none
-- Output: none
-- Index relied on: none
DROP TABLE IF EXISTS public.bench_before, public.bench_after;
CREATE TABLE public.bench_before (id integer PRIMARY KEY, geom geometry(Geometry, 4326) NOT NULL);
CREATE TABLE public.bench_after (id integer PRIMARY KEY, geom geometry(Geometry, 4326) NOT NULL);
