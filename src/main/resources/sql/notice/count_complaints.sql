-- Purpose: what people in the area complained about after a broadcast was sent, by category; the case it is about left out
-- Parameters: id, until
-- Output: category, complaints
-- Index relied on: incidents_geom
SELECT c.category, count(*) AS complaints
FROM notice.broadcasts b
JOIN published.public_cases c
  ON c.reported_at >= b.sent_at AND c.reported_at < :until
 AND c.id IS DISTINCT FROM b.incident_id
 AND c.channel NOT IN ('PATROL', 'SENSOR')
WHERE b.id = :id
  AND EXISTS (
        SELECT 1 FROM notice.broadcast_areas a WHERE a.broadcast_id = b.id AND ST_Covers(a.geom, c.geom))
GROUP BY c.category
ORDER BY complaints DESC, c.category;
