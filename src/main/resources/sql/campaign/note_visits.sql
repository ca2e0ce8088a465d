-- Purpose: note visits that were made
-- Parameters: ids, at, fine, findings (one an element a visit), actor
-- Output: row count
-- Index relied on: primary key of campaign.visits
UPDATE campaign.visits v
SET done_at = r.at::timestamptz, done_by = :actor, fine = r.fine::boolean, finding = r.finding
FROM unnest(CAST(:ids AS text[]), CAST(:at AS text[]), CAST(:fine AS text[]), CAST(:findings AS text[]))
    AS r (id, at, fine, finding)
WHERE v.id = r.id::uuid AND v.done_at IS NULL;
