-- Purpose: hold the items that are to move: those named, or all in a state; both where both are given
-- Parameters: campaign, from (null: any state), ids (null: all), visiting (the state whose entry makes visits), ground (WKB, null: everywhere;
--             of what is not named only what lies there)
-- Output: id, ordinal, ref, state, results, rights_until, lon, lat (null unless a point), visits (made since the last entry into
--         the visiting state, open ones too), fine, inside (on the ground)
-- Index relied on: items_state, primary keys
SELECT i.id, i.ordinal, i.ref, i.state, i.results::text AS results, i.rights_until,
       CASE WHEN GeometryType(i.geom) = 'POINT' THEN ST_X(i.geom) END AS lon,
       CASE WHEN GeometryType(i.geom) = 'POINT' THEN ST_Y(i.geom) END AS lat,
       (SELECT count(*) FROM campaign.visits v WHERE v.item_id = i.id AND v.ordinal > coalesce(b.before, 0)) AS visits,
       (SELECT count(*) FROM campaign.visits v WHERE v.item_id = i.id AND v.ordinal > coalesce(b.before, 0) AND v.fine) AS fine,
       (CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326))) AS inside
FROM campaign.items i
-- the visits that belong to earlier entries: those that were there when it was last entered
LEFT JOIN LATERAL (
    SELECT max(m.visits_before) AS before FROM campaign.moves m WHERE m.item_id = i.id AND m.state = :visiting
) AS b ON true
WHERE i.campaign_id = :campaign
  AND (CAST(:from AS text) IS NULL OR i.state = CAST(:from AS text))
  AND (CAST(:ids AS text[]) IS NULL OR i.id = ANY (CAST(CAST(:ids AS text[]) AS uuid[])))
  AND (CAST(:ids AS text[]) IS NOT NULL
       OR CAST(:ground AS bytea) IS NULL OR ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326)))
ORDER BY i.ordinal
FOR UPDATE OF i;
