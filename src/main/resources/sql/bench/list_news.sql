-- Purpose: what a report wrote to the outbox, as it reached the stream, each row as a VALUES item
-- Parameters: incident (id as text)
-- Output: item
-- Index relied on: none
SELECT '(' || quote_literal(type) || ', ' || quote_literal(subject) || ', ' || quote_literal(payload::text) || ')' AS item
FROM console.stream_events
WHERE subject = ?
ORDER BY id;
