-- Purpose: everyone who reported what one incident now stands for: its own reporter and those of all that were merged into it,
-- also by way of others.
-- Parameters: id. Output: a row a report, the earliest first. Index: incidents_pkey, incidents_merged.
WITH RECURSIVE whole AS (
    SELECT i.id, 0 AS steps FROM incident.incidents i WHERE i.id = :id
    UNION ALL
    SELECT i.id, w.steps + 1 FROM incident.incidents i JOIN whole w ON i.merged_into = w.id WHERE w.steps < 100
)
SELECT i.id, i.number, i.channel, i.reported_at, i.first_receiver, i.reporter_name, i.reporter_phone,
       left(i.description, 300) AS description, i.feedback_at, i.external_source, i.external_number
FROM whole w
JOIN incident.incidents i ON i.id = w.id
ORDER BY i.reported_at, i.id
LIMIT 1000
