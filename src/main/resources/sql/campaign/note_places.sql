-- Purpose: note which place was made of which item
-- Parameters: head (of the codes), ids
-- Output: row count
-- Index relied on: primary key of campaign.items
UPDATE campaign.items i
SET place_code = :head || i.ordinal
WHERE i.id = ANY (CAST(CAST(:ids AS text[]) AS uuid[])) AND GeometryType(i.geom) = 'POINT';
