-- Purpose: the items of a campaign in their order
-- Parameters: campaign, state (null: all), after (ordinal), rows, ground (WKB, null: everywhere)
-- Output: id, ordinal, ref, geometry (GeoJSON text), state, results, rights_until, owner_rights, place_code, visits, visits_done,
--         version, changed_at
-- Index relied on: unique (campaign_id, ordinal)
SELECT i.id, i.ordinal, i.ref, ST_AsGeoJSON(i.geom, 9) AS geometry, i.state, i.results::text AS results, i.rights_until,
       coalesce(i.rights_until > clock_timestamp(), false) AS owner_rights, i.place_code, i.version, i.changed_at,
       v.visits, v.visits_done
FROM campaign.items i
CROSS JOIN LATERAL (
    SELECT count(*) AS visits, count(v.done_at) AS visits_done FROM campaign.visits v WHERE v.item_id = i.id
) AS v
WHERE i.campaign_id = :campaign
  AND i.ordinal > :after
  AND (CAST(:state AS text) IS NULL OR i.state = CAST(:state AS text))
  AND (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
ORDER BY i.ordinal
LIMIT :rows;
