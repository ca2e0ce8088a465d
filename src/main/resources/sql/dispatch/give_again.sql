-- Gives the tasks that ended with an incident to the same people again, because it was reopened: its lead and those helpers who
-- were not released.
-- Parameters, in order: incident, at, ids (one for each task that there may be). Index: tasks_incident.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::timestamptz AS at, ?::text[]::uuid[] AS ids
),
last AS (
    SELECT t.*, row_number() OVER (ORDER BY t.part DESC, t.id) AS n
    FROM dispatch.tasks t, given
    WHERE t.incident_id = given.incident_id AND t.state IN ('CLOSED', 'DONE')
      AND NOT EXISTS (SELECT FROM dispatch.tasks later
                      WHERE later.incident_id = t.incident_id AND later.grid_code = t.grid_code AND later.person = t.person
                        AND later.part = t.part AND (later.started_at, later.id) > (t.started_at, t.id))
      AND (t.part = 'HELPER' OR t.id = (SELECT l.id FROM dispatch.tasks l
                                        WHERE l.incident_id = t.incident_id AND l.part = 'LEAD' AND l.state = 'CLOSED'
                                        ORDER BY l.ended_at DESC, l.id DESC LIMIT 1))
)
INSERT INTO dispatch.tasks (id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit, state, started_at)
SELECT given.ids[last.n], last.incident_id, last.number, last.category, last.grid_code, last.team, last.part, last.role,
       last.person, last.person_en, last.unit, 'ASSIGNED', given.at
FROM last, given
WHERE last.n <= cardinality(given.ids)
