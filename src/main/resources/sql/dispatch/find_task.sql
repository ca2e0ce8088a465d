-- One task. Parameters: id. Index: tasks_pkey.
SELECT id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit, state, started_at, ended_at,
       accepted_at, arrived_at, reason, version
FROM dispatch.tasks
WHERE id = :id
