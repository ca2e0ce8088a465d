-- Purpose: the visits of a campaign in the order in which they are due
-- Parameters: campaign, open (only those to be made), after (how many were read before), rows, ground (WKB, null: everywhere)
-- Output: id, item_id, ref, ordinal, part, due_from, due_until, done_at, done_by, fine, finding
-- Index relied on: unique (item_id, ordinal) of campaign.visits, items_state
SELECT v.id, v.item_id, i.ref, v.ordinal, v.part, v.due_from, v.due_until, v.done_at, v.done_by, v.fine, v.finding
FROM campaign.items i
JOIN campaign.visits v ON v.item_id = i.id
WHERE i.campaign_id = :campaign AND (NOT CAST(:open AS boolean) OR v.done_at IS NULL)
  AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
ORDER BY v.due_from, i.ordinal, v.ordinal
OFFSET :after LIMIT :rows;
