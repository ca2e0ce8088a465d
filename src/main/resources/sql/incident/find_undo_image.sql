-- What an incident was before its last closing or transfer, with the row of the timeline that tells it.
-- Parameters: id. Output: action, actor, at, version, state, held, quick_fix, closed_how, root_cause, entry.
-- Index: undo_images_pkey, timeline_incident.
SELECT u.action, u.actor, u.at, u.version, u.state, u.held, u.quick_fix, u.closed_how, u.root_cause,
       (SELECT max(t.id) FROM incident.timeline t
        WHERE t.incident_id = u.incident_id AND t.action = u.action AND t.at = u.at) AS entry
FROM incident.undo_images u
WHERE u.incident_id = :id
