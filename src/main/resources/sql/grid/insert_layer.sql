-- Purpose: make a layer unless one of that code exists
-- Parameters: code, kind, parent (or null), name_zh, name_en
-- Output: row count
-- Index relied on: primary key of grid.layers
INSERT INTO grid.layers (code, kind, parent, ordinal, name_zh, name_en)
SELECT :code, :kind, :parent, coalesce(max(ordinal), 0) + 1, :name_zh, :name_en
FROM grid.layers
ON CONFLICT (code) DO NOTHING;
