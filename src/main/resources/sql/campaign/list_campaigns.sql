-- Purpose: a page of campaigns with what their items, results and visits add up to, the latest first
-- Parameters: id, linked (an incident, whistle or meeting), before (the last id of the page before), ground (WKB: only what lies
--             there counts, and campaigns whose items all lie elsewhere are left out); null ones do not filter; limit
-- Output: the columns of campaign.campaigns; overdue, states, results, links (JSON texts), day, night, day_done, night_done, wrong
-- Index relied on: primary key of campaign.campaigns, items_state, links_ref
SELECT c.*, c.due < clock_timestamp() AS overdue,
       coalesce((SELECT jsonb_object_agg(s.state, s.items)
                 FROM (SELECT i.state, count(*) AS items FROM campaign.items i
                       WHERE i.campaign_id = c.id
                         AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
                       GROUP BY i.state) AS s),
                '{}')::text AS states,
       coalesce((SELECT jsonb_object_agg(r.key, r.total)
                 FROM (SELECT e.key, sum((e.value #>> '{}')::numeric) AS total
                       FROM campaign.items i CROSS JOIN LATERAL jsonb_each(i.results) AS e
                       WHERE i.campaign_id = c.id AND jsonb_typeof(e.value) = 'number'
                         AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
                       GROUP BY e.key) AS r),
                '{}')::text AS results,
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', l.kind, 'ref', l.ref) ORDER BY l.kind, l.ref)
                 FROM campaign.links l WHERE l.campaign_id = c.id),
                '[]')::text AS links,
       v.day, v.night, v.day_done, v.night_done, v.wrong
FROM campaign.campaigns c
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE v.part = 'DAY') AS day,
           count(*) FILTER (WHERE v.part = 'NIGHT') AS night,
           count(*) FILTER (WHERE v.part = 'DAY' AND v.done_at IS NOT NULL) AS day_done,
           count(*) FILTER (WHERE v.part = 'NIGHT' AND v.done_at IS NOT NULL) AS night_done,
           count(*) FILTER (WHERE NOT v.fine) AS wrong
    FROM campaign.visits v
    JOIN campaign.items i ON i.id = v.item_id
    WHERE i.campaign_id = c.id
      AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
) AS v
WHERE (CAST(:id AS uuid) IS NULL OR c.id = CAST(:id AS uuid))
  AND (CAST(:linked AS uuid) IS NULL
       OR EXISTS (SELECT 1 FROM campaign.links l WHERE l.campaign_id = c.id AND l.ref = CAST(:linked AS uuid)))
  AND (CAST(:before AS uuid) IS NULL OR c.id < CAST(:before AS uuid))
  AND (CAST(:ground AS bytea) IS NULL
       OR NOT EXISTS (SELECT FROM campaign.items i WHERE i.campaign_id = c.id)
       OR EXISTS (SELECT FROM campaign.items i
                  WHERE i.campaign_id = c.id AND ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))))
ORDER BY c.id DESC
LIMIT :limit;
