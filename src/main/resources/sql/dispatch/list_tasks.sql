-- Tasks, the latest first.
-- Parameters: incident, unit, grid, state (null: do not narrow), unitGrids (the grids that the unit walks: a task there that
-- names no unit is the unit's too, one an incident, the lead first), open (only those not ended), beforeTime and beforeId
-- (where the page before ended, or null), rows. Index: tasks_incident, tasks_unit, tasks_grid.
SELECT id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit, state, started_at, ended_at,
       accepted_at, arrived_at, reason, version
FROM dispatch.tasks t
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid)
  AND (:unit::text IS NULL
       OR unit = :unit::text
       OR (unit IS NULL AND grid_code = ANY (:unitGrids::text[])
           AND NOT EXISTS (
               SELECT FROM dispatch.tasks o
               WHERE o.incident_id = t.incident_id AND o.unit IS NULL AND o.grid_code = ANY (:unitGrids::text[])
                 AND (o.ended_at IS NULL) = (t.ended_at IS NULL) AND (o.part, o.id) > (t.part, t.id))))
  AND (:grid::text IS NULL OR grid_code = :grid::text)
  AND (:state::text IS NULL OR state = :state::text)
  AND (NOT :open OR ended_at IS NULL)
  AND (:beforeTime::timestamptz IS NULL OR (started_at, id) < (:beforeTime::timestamptz, :beforeId::uuid))
ORDER BY started_at DESC, id DESC
LIMIT :rows
