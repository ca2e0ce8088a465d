-- Purpose: let one adoption of a layer at a time through, and read the clock after the wait
-- Parameters: layer (code)
-- Output: now (timestamptz), one row
-- Index relied on: primary key of grid.layers
WITH locked AS MATERIALIZED (
    -- later adoptions of this layer wait here
    SELECT code FROM grid.layers WHERE code = :layer FOR UPDATE)
SELECT clock_timestamp() AS now FROM locked;
