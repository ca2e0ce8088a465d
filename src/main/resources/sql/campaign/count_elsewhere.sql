-- Purpose: how many of these items lie elsewhere
-- Parameters: ids, ground (WKB)
-- Output: count
-- Index relied on: primary key of campaign.items
SELECT count(*)
FROM campaign.items i
WHERE i.id = ANY (CAST(CAST(:ids AS text[]) AS uuid[]))
  AND NOT ST_Intersects(i.geom, ST_GeomFromWKB(CAST(:ground AS bytea), 4326));
