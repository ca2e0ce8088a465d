-- Purpose: an empty table of this session for the points of the lookups
-- Parameters: none
-- Output: none
-- Index relied on: none
CREATE TEMPORARY TABLE bench_lookup_points (id integer, geom geometry(Point, 4326));
