-- Purpose: ask the store's own shape check about one shape
-- Parameters: wkt (text), max (vertices)
-- Output: one boolean
-- Index relied on: none
SELECT platform.sound_shape(ST_SetSRID(ST_GeomFromText(:wkt), 4326), :max);
