-- Purpose: take one address that has something due for this server alone, the one served longest ago first
-- Parameters: channels (those with a carrier), lease (a new id), seconds (how long it is held)
-- Output: id, secret, address, failures; one row or none
-- Index relied on: messages_waiting
WITH due AS (
    SELECT t.id
    FROM notice.targets t
    WHERE t.channel = ANY (CAST(:channels AS text[]))
      AND (t.leased_until IS NULL OR t.leased_until < clock_timestamp())
      AND (t.open_until IS NULL OR t.open_until <= clock_timestamp())
      AND EXISTS (
            SELECT 1 FROM notice.messages m
            WHERE m.target_id = t.id AND m.state = 'WAITING' AND m.next_try_at <= clock_timestamp())
    ORDER BY t.claimed_at NULLS FIRST, t.id
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
UPDATE notice.targets t
SET lease = CAST(:lease AS uuid), leased_until = clock_timestamp() + make_interval(secs => :seconds),
    claimed_at = clock_timestamp()
FROM due
WHERE t.id = due.id
RETURNING t.id, t.channel, t.address, t.secret, t.failures;
