-- Stores tasks as they are given.
-- Parameters, each an array with one value a row: id, incident_id, number, category, grid_code, team, part, role, person,
-- person in English, unit, when it starts.
-- Output: none that is read. Index relied on: one_open_lead refuses a second open lead.
INSERT INTO dispatch.tasks (id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit,
    state, started_at)
SELECT r.id, r.incident_id, r.number, r.category, r.grid_code, r.team, r.part, r.role, r.person, r.person_en, r.unit,
       'ASSIGNED', r.started_at
FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[])
    AS r (id, incident_id, number, category, grid_code, team, part, role, person, person_en, unit, started_at)
