-- Purpose: let one server at a time write to the stream, until the transaction ends
-- Parameters: none
-- Output: one row
-- Index relied on: none
SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(72026)) AS held;
