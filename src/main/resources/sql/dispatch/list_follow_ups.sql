-- Follow-ups, the earliest due first. Parameters: incident (null: all), open (only those not done), after (id of the last one of
-- the page before, or null), limit. Index: follow_ups_incident, follow_ups_due.
SELECT id, incident_id, number, text, due, grid_code, team, person, unit, made_at, made_by, fired_at, done_at, done_by
FROM dispatch.follow_ups
WHERE (:incident::uuid IS NULL OR incident_id = :incident::uuid) AND (NOT :open OR done_at IS NULL)
  AND (:after::uuid IS NULL OR (due, id) > (SELECT l.due, l.id FROM dispatch.follow_ups l WHERE l.id = :after::uuid))
ORDER BY due, id
LIMIT :limit
