-- Purpose: the incidents near the items of a campaign in two periods, each counted once however many items are near
-- Parameters: campaign, categories, near (metres), beforeFrom, beforeUntil, afterFrom, afterUntil (ends exclusive)
-- Output: before, after
-- Index relied on: items_geom (each incident of the two periods looks for an item near it)
SELECT count(*) FILTER (WHERE p.reported_at < :beforeUntil) AS before,
       count(*) FILTER (WHERE p.reported_at >= :afterFrom) AS after
FROM published.incident_points p
WHERE p.category = ANY (CAST(:categories AS text[]))
  AND (p.reported_at >= :beforeFrom AND p.reported_at < :beforeUntil
       OR p.reported_at >= :afterFrom AND p.reported_at < :afterUntil)
  AND EXISTS (
        SELECT 1
        FROM campaign.items i
        WHERE i.campaign_id = :campaign
          AND i.geom && ST_Expand(p.geom, :near / 111000.0 / greatest(0.1, cos(radians(ST_Y(p.geom)))), :near / 110000.0)
          AND ST_DWithin(i.geom::geography, p.geom::geography, :near));
