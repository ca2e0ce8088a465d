-- The library of hard problems, the latest first, with how far each plan is.
-- Parameters: incident, state (OPEN, PLANNED, SOLVED, WITHDRAWN), category, words (of subject, lesson or plan), before (an
-- incident id): null does not narrow; rows. Index: hard_cases_pkey, plans_incident_id_ordinal_key.
SELECT *
FROM (SELECT h.*, coalesce(p.ordinal, 0) AS plans, p.due AS plan_due,
             CASE WHEN h.withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
                  WHEN h.solved_at IS NOT NULL THEN 'SOLVED'
                  WHEN p.id IS NOT NULL THEN 'PLANNED'
                  ELSE 'OPEN' END AS state,
             lower(concat_ws(' ', h.number, h.subject, h.lesson, p.text, p.party)) AS words
      FROM cooperation.hard_cases h
      LEFT JOIN LATERAL (SELECT * FROM cooperation.plans q WHERE q.incident_id = h.incident_id
                         ORDER BY q.ordinal DESC LIMIT 1) AS p ON true
      WHERE (:incident::uuid IS NULL OR h.incident_id = :incident::uuid)
        AND (:before::uuid IS NULL OR h.incident_id < :before::uuid)
        AND (:category::text IS NULL OR h.category = :category::text)) AS library
WHERE (:state::text IS NULL OR state = :state::text)
  AND (:words::text IS NULL OR position(lower(:words::text) IN words) > 0)
ORDER BY incident_id DESC
LIMIT :rows
