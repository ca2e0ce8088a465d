-- Purpose: move what committed since the last look from the outbox to the stream, in order
-- Parameters: limit (rows at the most); the caller holds the stream's advisory lock, so ids commit in order
-- Output: id, at, type, subject, payload (JSON text) of each event as it stands in the stream, in any order
-- Index relied on: primary keys of both tables; the outbox is short, it is sorted by time because its ids are drawn in blocks
--   of a session and so do not follow the order of what happened
WITH taken AS (
    -- the oldest entries whose transactions have committed
    DELETE FROM platform.outbox
    WHERE id IN (SELECT id FROM platform.outbox ORDER BY at, id LIMIT ?)
    RETURNING id, at, type, subject, payload)
INSERT INTO console.stream_events (at, type, subject, payload)
SELECT at, type, subject, payload
FROM taken
ORDER BY at, id
RETURNING id, at, type, subject, payload::text AS payload;
