-- Purpose: how far the telling of the bench's deadlines is
-- Parameters: none; the cases are told by their number
-- Output: fired, told_twice, early, seconds (from due to the last one fired; null before the first)
-- Index relied on: none; a bench may read whole tables
WITH made AS (
    SELECT incident_id, due, fired_at FROM dispatch.deadlines WHERE number LIKE 'D%'
),
alarms AS (
    SELECT a.incident_id, count(*) AS n
    FROM dispatch.deadline_alarms a JOIN made USING (incident_id)
    WHERE a.level = 'DUE'
    GROUP BY a.incident_id
),
news AS (
    SELECT subject, count(*) AS n
    FROM (SELECT subject, type FROM console.stream_events UNION ALL SELECT subject, type FROM platform.outbox) AS n
    WHERE type = 'AssignmentOverdue'
    GROUP BY subject
)
SELECT count(fired_at) AS fired,
       count(*) FILTER (WHERE alarms.n > 1 OR news.n > 1 OR (fired_at IS NOT NULL AND alarms.n IS NULL)) AS told_twice,
       count(*) FILTER (WHERE fired_at < due) AS early,
       extract(epoch FROM max(fired_at) - min(due))::float8 AS seconds
FROM made
LEFT JOIN alarms USING (incident_id)
LEFT JOIN news ON news.subject = made.incident_id::text;
