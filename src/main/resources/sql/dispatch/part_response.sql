-- Purpose: a case that was merged goes on by itself: the deadlines that the merging dropped count again as they were, and the
-- tasks that it ended are given to the same people again.
-- Parameters: incident, mergedAt, at, ids (one for each task that there may be). Output: row count.
-- Index: deadlines_incident_id_kind_key, tasks_incident.
WITH counting AS (
    UPDATE dispatch.deadlines
    SET dropped_at = NULL,
        ring_at = CASE WHEN fired_at IS NULL AND stands_at IS NULL
            THEN CASE WHEN warned_at IS NULL THEN warn_at ELSE due END END
    WHERE incident_id = :incident AND dropped_at = CAST(:mergedAt AS timestamptz)
),
ended AS (
    SELECT t.*, row_number() OVER (ORDER BY t.part DESC, t.id) AS n
    FROM dispatch.tasks t
    WHERE t.incident_id = :incident AND t.state = 'RELEASED' AND t.ended_at = CAST(:mergedAt AS timestamptz)
)
INSERT INTO dispatch.tasks (id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit, state, started_at)
SELECT (CAST(:ids AS text[]))[e.n]::uuid, e.incident_id, e.number, e.category, e.grid_code, e.team, e.part, e.role, e.person,
       e.person_en, e.unit, 'ASSIGNED', CAST(:at AS timestamptz)
FROM ended e
WHERE e.n <= cardinality(CAST(:ids AS text[]))
