-- Purpose: the alarm rate of each seat and user: how many sounded, in how many tens of minutes that were watched, how many in
--   the worst ten minutes, how many nobody acknowledged, how long an acknowledgement took in the middle
-- Parameters: since, until
-- Output: seat, actor, alarms, watched, peak, unacknowledged, seconds (median, null without any), kinds (JSON: kind to count)
-- Index relied on: alarm_soundings_at, primary key of console.seat_watch
WITH sounded AS (
    SELECT seat, actor, at, kind, acknowledged_at,
           count(*) OVER (PARTITION BY seat, actor ORDER BY at
                          RANGE BETWEEN interval '10 minutes' PRECEDING AND CURRENT ROW) AS rolling
    FROM console.alarm_soundings
    WHERE at >= :since AND at < :until),
slots AS (
    SELECT seat, actor, slot FROM console.seat_watch WHERE slot >= :since AND slot < :until
    UNION
    SELECT seat, actor, date_bin('10 minutes', at, timestamptz 'epoch') FROM sounded),
watched AS (SELECT seat, actor, count(*) AS watched FROM slots GROUP BY seat, actor),
kinds AS (
    SELECT seat, actor, jsonb_object_agg(kind, n) AS kinds
    FROM (SELECT seat, actor, kind, count(*) AS n FROM sounded GROUP BY seat, actor, kind) each_kind
    GROUP BY seat, actor),
counted AS (
    SELECT seat, actor, count(*) AS alarms, max(rolling) AS peak,
           count(*) FILTER (WHERE acknowledged_at IS NULL) AS unacknowledged,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM acknowledged_at - at))
               FILTER (WHERE acknowledged_at IS NOT NULL) AS seconds
    FROM sounded GROUP BY seat, actor)
SELECT w.seat, w.actor, coalesce(c.alarms, 0) AS alarms, w.watched, coalesce(c.peak, 0) AS peak,
       coalesce(c.unacknowledged, 0) AS unacknowledged, c.seconds, coalesce(k.kinds, '{}')::text AS kinds
FROM watched w
LEFT JOIN counted c ON c.seat = w.seat AND c.actor = w.actor
LEFT JOIN kinds k ON k.seat = w.seat AND k.actor = w.actor
ORDER BY w.seat, w.actor;
