-- Purpose: the visits of a campaign by their id, made and to be made
-- Parameters: campaign, ground (WKB, null: everywhere)
-- Output: id, part, due_from, done_at
-- Index relied on: items_state, unique (item_id, ordinal) of campaign.visits
SELECT v.id, v.part, v.due_from, v.done_at
FROM campaign.items i
JOIN campaign.visits v ON v.item_id = i.id
WHERE i.campaign_id = :campaign
  AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)));
