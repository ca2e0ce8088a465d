-- Purpose: the case that a tracking code names, or the one it was merged into at last
-- Parameters: code
-- Output: id, number, state, category, grid_code, reported_at, closed_at, parked_until, reopenings, merged (whether by another
--         case's code), own_number (of the case that the code was given for), rated
-- Index relied on: unique tracking_code of incident.incidents, its primary key
WITH RECURSIVE followed AS (
    SELECT c.id, c.number AS own_number, c.merged_into, 0 AS steps
    FROM published.public_cases c
    WHERE c.tracking_code = :code
    UNION ALL
    SELECT c.id, f.own_number, c.merged_into, f.steps + 1
    FROM followed f
    JOIN published.public_cases c ON c.id = f.merged_into
    WHERE f.steps < 20
)
SELECT c.id, c.number, c.state, c.category, c.grid_code, c.reported_at, c.closed_at, c.parked_until, c.reopenings,
       f.steps > 0 AS merged, f.own_number,
       EXISTS (SELECT 1 FROM notice.ratings r WHERE r.incident_id = c.id AND r.round = c.reopenings) AS rated
FROM followed f
JOIN published.public_cases c ON c.id = f.id
ORDER BY f.steps DESC
LIMIT 1;
