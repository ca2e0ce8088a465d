-- The calls of departments that fit, the latest first.
-- Parameters: incident, department, state (OPEN, LATE, ENDED), before (an id): null does not narrow; rows.
-- Index: whistle_calls_incident, whistle_calls_department, whistle_calls_pkey.
SELECT *
FROM cooperation.whistle_calls
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid)
  AND (:department::text IS NULL OR department = :department::text)
  AND (:before::uuid IS NULL OR id < :before::uuid)
  AND CASE :state::text
          WHEN 'OPEN' THEN ended_at IS NULL
          WHEN 'LATE' THEN ended_at IS NULL AND arrived_at IS NULL AND arrive_by < clock_timestamp()
          WHEN 'ENDED' THEN ended_at IS NOT NULL
          ELSE true
      END
ORDER BY id DESC
LIMIT :rows
