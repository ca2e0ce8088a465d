-- Takes one task to a state. Parameters, in order: id, state, at, reason (null: none). Index: tasks_pkey.
WITH given AS (
    SELECT ?::uuid AS id, ?::text AS state, ?::timestamptz AS at, ?::text AS reason
)
UPDATE dispatch.tasks t
SET state = given.state,
    version = t.version + 1,
    accepted_at = CASE WHEN given.state = 'ACCEPTED' THEN given.at ELSE t.accepted_at END,
    arrived_at = CASE WHEN given.state = 'ARRIVED' THEN given.at ELSE t.arrived_at END,
    ended_at = CASE WHEN given.state IN ('DONE', 'RELEASED') THEN given.at END,
    reason = given.reason
FROM given
WHERE t.id = given.id
