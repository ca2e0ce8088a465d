-- Purpose: the tasks of some cases as they stood at an instant
-- Parameters: ids; at
-- Output: the columns of a task
-- Index: tasks_incident, tasks_before_until
SELECT t.id, t.incident_id, t.grid_code, t.team, t.part, t.role, t.person, t.person_en, t.unit, t.started_at,
       CASE WHEN b.task_id IS NOT NULL THEN b.state ELSE t.state END AS state,
       CASE WHEN b.task_id IS NOT NULL THEN b.version ELSE t.version END AS version,
       CASE WHEN b.task_id IS NOT NULL THEN b.accepted_at ELSE t.accepted_at END AS accepted_at,
       CASE WHEN b.task_id IS NOT NULL THEN b.arrived_at ELSE t.arrived_at END AS arrived_at,
       CASE WHEN b.task_id IS NOT NULL THEN b.ended_at ELSE t.ended_at END AS ended_at,
       CASE WHEN b.task_id IS NOT NULL THEN b.reason ELSE t.reason END AS reason
FROM published.task_rows t
LEFT JOIN LATERAL (SELECT r.* FROM published.task_rows_before r
                   WHERE r.task_id = t.id AND r.until > CAST(:at AS timestamptz)
                   ORDER BY r.until LIMIT 1) AS b ON true
WHERE t.incident_id = ANY (CAST(:ids AS uuid[])) AND t.started_at <= CAST(:at AS timestamptz)
ORDER BY t.incident_id, t.part DESC, t.started_at, t.id
