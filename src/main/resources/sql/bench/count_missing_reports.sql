-- Purpose: acknowledged reports that are not there
-- Parameters: the ids that were acknowledged, an array of texts
-- Output: how many of them have no incident
-- Index relied on: primary key of incident.incidents
SELECT count(*)
FROM unnest(?::text[]::uuid[]) AS said (id)
LEFT JOIN incident.incidents i USING (id)
WHERE i.id IS NULL;
