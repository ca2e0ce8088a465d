-- Purpose: drop events that no client will resume from; the newest stays, so that ids keep their place
-- Parameters: keep (events)
-- Output: row count
-- Index relied on: primary key of console.stream_events
DELETE FROM console.stream_events
WHERE id < (SELECT max(id) - :keep FROM console.stream_events);
