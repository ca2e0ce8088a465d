-- Purpose: the stored lineage of a pair of editions, in the order it was told
-- Parameters: before, after (editions)
-- Output: kind, from_codes, to_codes, flows (JSON text)
-- Index relied on: lineage_pair
SELECT kind, from_codes, to_codes, flows::text AS flows
FROM grid.lineage
WHERE before_edition = :before AND edition_id = :after
ORDER BY id;
