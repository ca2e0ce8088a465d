-- Releases the helpers of an incident who are no longer meant: ends their open tasks as replaced.
-- Parameters, in order: incident_id, ended_at; grid codes and persons of the helpers who stay (arrays of the same length).
-- Index: tasks_incident.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::timestamptz AS ended_at
),
staying AS (
    SELECT * FROM unnest(?::text[], ?::text[]) AS g (grid_code, person)
)
UPDATE dispatch.tasks t SET state = 'REPLACED', ended_at = given.ended_at
FROM given
WHERE t.incident_id = given.incident_id AND t.ended_at IS NULL AND t.part = 'HELPER'
  AND NOT EXISTS (SELECT FROM staying s WHERE s.grid_code = t.grid_code AND s.person = t.person)
