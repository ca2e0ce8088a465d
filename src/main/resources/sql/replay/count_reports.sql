-- Purpose: how many cases were reported in each of some equal parts of a span, and how many of them were urgent
-- Parameters: since; until; parts
-- Output: part (from 0), reported, urgent; parts without a case are left out
-- Index: incidents_reported
SELECT width_bucket(extract(epoch FROM i.reported_at)::float8, extract(epoch FROM CAST(:since AS timestamptz))::float8,
                    extract(epoch FROM CAST(:until AS timestamptz))::float8, :parts) - 1 AS part,
       count(*) AS reported, count(*) FILTER (WHERE i.tier = 1) AS urgent
FROM published.incident_cases i
WHERE i.reported_at >= CAST(:since AS timestamptz) AND i.reported_at < CAST(:until AS timestamptz)
GROUP BY 1
ORDER BY 1
