-- Purpose: the events after one, in order
-- Parameters: after (id), limit
-- Output: id, at, type, subject, payload (JSON text)
-- Index relied on: primary key of console.stream_events
SELECT id, at, type, subject, payload::text AS payload
FROM console.stream_events
WHERE id > :after
ORDER BY id
LIMIT :limit;
