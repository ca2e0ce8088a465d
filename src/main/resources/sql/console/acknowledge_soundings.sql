-- Purpose: mark the soundings that an acknowledgement answers
-- Parameters: kind, members, at, actor, seat (null: of every seat)
-- Output: row count
-- Index relied on: alarm_soundings_open
UPDATE console.alarm_soundings
SET acknowledged_at = :at, acknowledged_by = :actor
WHERE acknowledged_at IS NULL AND kind = :kind AND members && :members::text[]
  AND (:seat::text IS NULL OR seat = :seat::text);
