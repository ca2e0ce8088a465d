-- Purpose: store the things of a campaign, numbered on from those that are there
-- Parameters: campaign, ids, refs, shapes (WKB), results (JSON texts), state, rightsUntil, now
-- Output: row count
-- Index relied on: unique (campaign_id, ref) and (campaign_id, ordinal)
INSERT INTO campaign.items (id, campaign_id, ordinal, ref, geom, state, results, rights_until, changed_at)
SELECT r.id::uuid, :campaign,
       (SELECT coalesce(max(i.ordinal), 0) FROM campaign.items i WHERE i.campaign_id = :campaign) + r.n,
       r.ref, ST_SetSRID(ST_GeomFromWKB(r.shape), 4326), :state, r.result::jsonb, CAST(:rightsUntil AS timestamptz), :now
FROM unnest(CAST(:ids AS text[]), CAST(:refs AS text[]), CAST(:shapes AS bytea[]), CAST(:results AS text[]))
    WITH ORDINALITY AS r (id, ref, shape, result, n);
