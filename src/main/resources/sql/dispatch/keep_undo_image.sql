-- Keeps the open tasks and the deadlines of an incident as they are before it is closed or transferred.
-- Parameters, in order: incident, at. Index: tasks_incident, deadlines_incident_id_kind_key, undo_images_pkey.
INSERT INTO dispatch.undo_images (incident_id, at, tasks, deadlines)
SELECT given.incident, given.at,
       (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM dispatch.tasks t
        WHERE t.incident_id = given.incident AND t.ended_at IS NULL),
       (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM dispatch.deadlines d WHERE d.incident_id = given.incident)
FROM (SELECT ?::uuid AS incident, ?::timestamptz AS at) AS given
ON CONFLICT (incident_id) DO UPDATE SET (at, tasks, deadlines) = (excluded.at, excluded.tasks, excluded.deadlines)
