-- Keeps what an incident is before it is closed or transferred, in place of what was kept before.
-- Parameters, in order: id, action, actor, at. Index: incidents_pkey, undo_images_pkey.
INSERT INTO incident.undo_images (incident_id, action, actor, at, version, state, held, quick_fix, closed_how, root_cause)
SELECT i.id, given.action, given.actor, given.at, i.version + 1, i.state, i.held, i.quick_fix, i.closed_how, i.root_cause
FROM (SELECT ?::uuid AS id, ?::text AS action, ?::text AS actor, ?::timestamptz AS at) AS given
JOIN incident.incidents i ON i.id = given.id
ON CONFLICT (incident_id) DO UPDATE SET
    (action, actor, at, version, state, held, quick_fix, closed_how, root_cause) =
    (excluded.action, excluded.actor, excluded.at, excluded.version, excluded.state, excluded.held, excluded.quick_fix,
     excluded.closed_how, excluded.root_cause)
