-- Purpose: set the jurisdiction's box: store it and replace the constant that the shape checks use.
-- Parameters: west, south, east, north (degrees); box (text as given, west,south,east,north)
-- Output: one row, the box as stored
-- Index relied on: primary key of platform.settings
SELECT platform.set_jurisdiction(:west, :south, :east, :north, :box);
