-- Purpose: the highest code of this length that begins like this one, ever used in the layer
-- Parameters: layer, prefix, length
-- Output: code (null when there is none)
-- Index relied on: grids_code
SELECT max(g.code) AS code
FROM grid.grids g
JOIN grid.editions e ON e.id = g.edition_id
WHERE e.layer = :layer AND g.code LIKE :prefix || '%' AND length(g.code) = :length;
