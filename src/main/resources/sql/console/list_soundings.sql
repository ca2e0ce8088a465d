-- Purpose: what sounded in a time, the latest first
-- Parameters: since, until, seat (null: every seat)
-- Output: columns of console.alarm_soundings
-- Index relied on: alarm_soundings_at
SELECT id, at, seat, actor, kind, grid_code, tier, members, acknowledged_at, acknowledged_by
FROM console.alarm_soundings
WHERE at >= :since AND at < :until AND (:seat::text IS NULL OR seat = :seat::text)
ORDER BY at DESC, id DESC
LIMIT 10000;
