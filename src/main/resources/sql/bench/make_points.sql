-- Purpose: an empty table of this session for the peer's points as numbers
-- Parameters: none
-- Output: none
-- Index relied on: none
CREATE TEMPORARY TABLE bench_raw (id integer, lon double precision, lat double precision);
