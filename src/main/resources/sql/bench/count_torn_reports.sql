-- Purpose: reports that lack one of their rows, or have one twice
-- Parameters: a LIKE pattern of the reports' descriptions
-- Output: reports, said (how many different descriptions), torn
-- Index relied on: none; a bench may read whole tables
WITH reports AS (
    SELECT id, description FROM incident.incidents WHERE description LIKE ?::text AND number NOT LIKE 'B%'
),
-- the one lead
leads AS (
    SELECT incident_id AS id, count(*) AS n FROM dispatch.tasks WHERE part = 'LEAD' GROUP BY incident_id
),
deadlines AS (
    SELECT incident_id AS id, count(*) AS n FROM dispatch.deadlines GROUP BY incident_id
),
timelines AS (
    SELECT incident_id AS id, count(*) FILTER (WHERE action = 'REPORT') AS n FROM incident.timeline GROUP BY incident_id
),
audited AS (
    SELECT object AS id, count(*) AS n FROM access.audit_events WHERE action = 'INCIDENT_REPORTED' GROUP BY object
),
-- told, or about to be told
told AS (
    SELECT subject AS id, count(*) AS n
    FROM (SELECT subject, type FROM console.stream_events UNION ALL SELECT subject, type FROM platform.outbox) AS news
    WHERE type = 'IncidentReported'
    GROUP BY subject
),
kept AS (
    SELECT min(id) AS oldest FROM console.stream_events
)
SELECT count(*) AS reports,
       count(DISTINCT description) AS said,
       count(*) FILTER (WHERE leads.n IS DISTINCT FROM 1 OR deadlines.n IS NULL OR timelines.n IS DISTINCT FROM 1
           OR audited.n IS DISTINCT FROM 1 OR (kept.oldest = 1 AND told.n IS DISTINCT FROM 1) OR told.n > 1) AS torn
FROM reports
CROSS JOIN kept
LEFT JOIN leads USING (id)
LEFT JOIN deadlines USING (id)
LEFT JOIN timelines USING (id)
LEFT JOIN audited ON audited.id = reports.id::text
LEFT JOIN told ON told.id = reports.id::text;
