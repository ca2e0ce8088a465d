-- Purpose: what is due at an address, the least tried first, so that one that never goes holds up none
-- Parameters: target, most
-- Output: id, event, payload, created_at, tries
-- Index relied on: messages_waiting
SELECT m.id, m.event, m.payload::text AS payload, m.created_at, m.tries
FROM notice.messages m
WHERE m.target_id = :target AND m.state = 'WAITING' AND m.next_try_at <= clock_timestamp()
ORDER BY m.tries, m.created_at, m.id
LIMIT :most;
