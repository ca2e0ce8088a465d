-- Purpose: room for the points of one block of a check; gone with the transaction
-- Parameters: none
-- Output: none
-- Index relied on: none
CREATE TEMPORARY TABLE recheck_points (id integer NOT NULL, geom geometry(Point, 4326) NOT NULL)
ON COMMIT DROP
