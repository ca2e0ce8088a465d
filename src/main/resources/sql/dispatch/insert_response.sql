-- Stores the tasks and deadlines of one incident.
-- Parameters, in order: incident_id, number, category, when the tasks start; ids, grid codes, teams, parts, roles, persons,
-- persons in English and units of the tasks; kinds, due times, profile versions and provisional flags of the deadlines.
-- Output: none that is read. Index: none read.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::text AS number, ?::text AS category
),
tasks AS (
    INSERT INTO dispatch.tasks (incident_id, number, category, id, grid_code, team, part, role, person, person_en, unit,
        state, started_at)
    SELECT given.incident_id, given.number, given.category,
           t.id::uuid, t.grid_code, t.team, t.part, t.role, t.person, t.person_en, t.unit, 'ASSIGNED', ?::timestamptz
    FROM given, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        AS t (id, grid_code, team, part, role, person, person_en, unit)
)
INSERT INTO dispatch.deadlines (incident_id, kind, due, profile_version, provisional)
SELECT given.incident_id, d.kind, d.due::timestamptz, d.profile_version::integer, d.provisional::boolean
FROM given, unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS d (kind, due, profile_version, provisional)
