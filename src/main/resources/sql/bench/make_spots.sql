-- Purpose: empty tables for a layer of grids and for points, as plain as a peer would make them
-- Parameters: none
-- Output: none
-- Index relied on: none
DROP TABLE IF EXISTS public.bench_layer, public.bench_spots;
CREATE TABLE public.bench_layer (id integer PRIMARY KEY, geom geometry(Geometry, 4326) NOT NULL);
CREATE TABLE public.bench_spots (id integer PRIMARY KEY, geom geometry(Point, 4326) NOT NULL);
