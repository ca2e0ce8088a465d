-- Purpose: how often the stored beat is the one that the city itself recorded, for whole years since the beat map
-- Parameters: none
-- Output: rows, equal
-- Index relied on: none
SELECT count(*) AS rows,
       count(*) FILTER (WHERE p.grid_code = lpad(i.attributes->>'beat', 4, '0')) AS equal
FROM incident.incidents i
LEFT JOIN incident.incident_grids p ON p.incident_id = i.id AND p.layer = 'beat'
WHERE i.occurred_at >= TIMESTAMPTZ '2013-01-01 00:00:00-06'
  AND i.occurred_at < TIMESTAMPTZ '2020-01-01 00:00:00-06';
