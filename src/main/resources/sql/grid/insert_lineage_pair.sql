-- Purpose: claim a pair of editions, so that its lineage is stored once
-- Parameters: before, after (editions)
-- Output: row count, 0 when it is stored already
-- Index relied on: primary key of grid.lineage_pairs
INSERT INTO grid.lineage_pairs (before_edition, after_edition)
VALUES (:before, :after)
ON CONFLICT DO NOTHING;
