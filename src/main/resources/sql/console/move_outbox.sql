-- Purpose: move what committed since the last look from the outbox to the stream, in order, one server at a time
-- Parameters: limit (rows at the most)
-- Output: id, at, type, subject, payload (JSON text) of each event as it stands in the stream, in any order
-- Index relied on: primary keys of both tables; the outbox is read by its key only, an emptied one is long until it is vacuumed
SELECT id, at, type, subject, payload FROM console.move_outbox(?);
