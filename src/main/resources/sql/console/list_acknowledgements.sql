-- Purpose: what was acknowledged since an instant, the latest first
-- Parameters: since
-- Output: kind, member, at, seat, actor
-- Index relied on: alarm_acknowledgements_at
SELECT kind, member, at, seat, actor
FROM console.alarm_acknowledgements
WHERE at >= :since
ORDER BY at DESC, kind, member;
