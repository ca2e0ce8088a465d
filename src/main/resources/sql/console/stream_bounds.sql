-- Purpose: the oldest and newest event kept
-- Parameters: none
-- Output: oldest, newest (0 when there is none)
-- Index relied on: primary key of console.stream_events
SELECT coalesce(min(id), 0) AS oldest, coalesce(max(id), 0) AS newest
FROM console.stream_events;
