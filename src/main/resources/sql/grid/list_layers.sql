-- Purpose: every layer, the widest first
-- Parameters: none
-- Output: code, kind, parent, name_zh, name_en
-- Index relied on: none (a handful of rows)
SELECT code, kind, parent, name_zh, name_en
FROM grid.layers
ORDER BY ordinal;
