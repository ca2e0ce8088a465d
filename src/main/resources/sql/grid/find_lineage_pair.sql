-- Purpose: whether the lineage of a pair of editions is stored
-- Parameters: before, after (editions)
-- Output: one row if so
-- Index relied on: primary key of grid.lineage_pairs
SELECT 1 FROM grid.lineage_pairs WHERE before_edition = :before AND after_edition = :after;
