-- Purpose: the deadlines of some cases that counted at an instant, each with the light it showed then: green up to warn_at, yellow up
--   to due, red beyond, as of when it was met or since when its clock stood
-- Parameters: ids; at
-- Output: incident_id, kind, due, warn_at, started_at, unit, profile_version, provisional, met_at, standing, light
-- Index: deadlines_incident_id_kind_key, deadlines_before_until
WITH stood AS (
    SELECT d.incident_id, d.kind,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.due ELSE d.due END AS due,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.warn_at ELSE d.warn_at END AS warn_at,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.started_at ELSE d.started_at END AS started_at,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.unit ELSE d.unit END AS unit,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.profile_version ELSE d.profile_version END AS profile_version,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.provisional ELSE d.provisional END AS provisional,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.stands_at ELSE d.stands_at END AS stands_at,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.met_at WHEN d.met_at <= CAST(:at AS timestamptz) THEN d.met_at END AS met_at,
           CASE WHEN b.deadline_id IS NOT NULL THEN b.dropped_at
                WHEN d.dropped_at <= CAST(:at AS timestamptz) THEN d.dropped_at END AS dropped_at
    FROM published.deadline_rows d
    LEFT JOIN LATERAL (SELECT r.* FROM published.deadline_rows_before r
                       WHERE r.deadline_id = d.id AND r.until > CAST(:at AS timestamptz)
                       ORDER BY r.until LIMIT 1) AS b ON true
    WHERE d.incident_id = ANY (CAST(:ids AS uuid[])) AND d.made_at <= CAST(:at AS timestamptz)
)
SELECT incident_id, kind, due, warn_at, started_at, unit, profile_version, provisional, met_at,
       stands_at IS NOT NULL AND met_at IS NULL AS standing,
       CASE WHEN coalesce(met_at, stands_at, CAST(:at AS timestamptz)) > due THEN 'RED'
            WHEN coalesce(met_at, stands_at, CAST(:at AS timestamptz)) > warn_at THEN 'YELLOW'
            ELSE 'GREEN' END AS light
FROM stood
WHERE dropped_at IS NULL
ORDER BY incident_id, due, kind
