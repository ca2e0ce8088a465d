-- Purpose: move what committed since the last look from the outbox to the stream, in order, one server at a time
-- Parameters: limit (rows at the most)
-- Output: id, at, type, subject, payload (JSON text) of each event as it stands in the stream, in any order
-- Index relied on: primary keys of both tables; the outbox is short, it is sorted by time because its ids are drawn in blocks
--   of a session and so do not follow the order of what happened
SELECT id, at, type, subject, payload FROM console.move_outbox(?);
