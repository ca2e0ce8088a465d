-- The deadlines of some incidents that count, the earliest first, with the light they show by the clock of the database: green up to
-- warn_at, yellow up to due, red beyond, as of when it was met or since when its clock stands.
-- Parameters: incidents. Index: deadlines_incident_id_kind_key.
SELECT incident_id, kind, due, profile_version, provisional, met_at, fired_at, unit, started_at, warn_at, warned_at,
       stands_at IS NOT NULL AND met_at IS NULL AS standing,
       CASE WHEN coalesce(met_at, stands_at, clock_timestamp()) > due THEN 'RED'
            WHEN coalesce(met_at, stands_at, clock_timestamp()) > warn_at THEN 'YELLOW'
            ELSE 'GREEN' END AS light
FROM dispatch.deadlines
WHERE incident_id = ANY (:incidents::uuid[]) AND dropped_at IS NULL
ORDER BY due, kind
