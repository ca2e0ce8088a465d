-- The tasks given together that fit, the latest first.
-- Parameters: incident, department, kind, state (OPEN, DUE, ENDED), before (an id): null does not narrow; rows.
-- Index: joint_tasks_incident, joint_tasks_department, joint_tasks_pkey.
SELECT *
FROM cooperation.joint_tasks
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid)
  AND (:department::text IS NULL OR department = :department::text)
  AND (:kind::text IS NULL OR kind = :kind::text)
  AND (:before::uuid IS NULL OR id < :before::uuid)
  AND CASE :state::text
          WHEN 'OPEN' THEN ended_at IS NULL
          WHEN 'DUE' THEN ended_at IS NULL AND due <= clock_timestamp()
          WHEN 'ENDED' THEN ended_at IS NOT NULL
          ELSE true
      END
ORDER BY id DESC
LIMIT :rows
