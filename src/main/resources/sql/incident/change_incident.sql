-- Takes an incident to a state, and writes the timeline.
-- Parameters, in order: id, state, action, at, next_due, actor, note. Index: incidents_pkey.
WITH given AS (
    SELECT ?::uuid AS id, ?::text AS state, ?::text AS action, ?::timestamptz AS at, ?::timestamptz AS next_due,
           ?::text AS actor, ?::text AS note
),
changed AS (
    UPDATE incident.incidents i
    SET state = given.state,
        version = i.version + 1,
        next_due = given.next_due,
        controlled_at = CASE WHEN given.action = 'CONTROL' THEN given.at ELSE i.controlled_at END,
        closed_at = CASE WHEN given.state = 'CLOSED' THEN coalesce(i.closed_at, given.at) END
    FROM given
    WHERE i.id = given.id
)
INSERT INTO incident.timeline (incident_id, at, action, state, actor, note)
SELECT id, at, action, state, actor, note FROM given
