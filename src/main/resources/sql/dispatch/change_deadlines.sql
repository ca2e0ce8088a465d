-- Moves deadlines and keeps what they were: a due in the future can be told anew, one whose clock stands rings no more.
-- Parameters: cause, actor, reason, revision; of each deadline, as arrays of one length: ids, dues, warns, anchors, lefts,
-- lengths, standings, provisionals. Output: none. Index: deadlines_pkey.
WITH given AS (
    SELECT g.id, g.due::timestamptz AS due, g.warn_at::timestamptz AS warn_at, g.anchor_at::timestamptz AS anchor_at,
           g.left_us, g.length_us, g.standing, g.provisional, clock_timestamp() AS now
    FROM unnest(:ids::bigint[], :dues::text[], :warns::text[], :anchors::text[], :lefts::bigint[], :lengths::bigint[],
        :standings::boolean[], :provisionals::boolean[])
        AS g (id, due, warn_at, anchor_at, left_us, length_us, standing, provisional)
),
kept AS (
    INSERT INTO dispatch.deadline_changes (incident_id, kind, at, cause, actor, reason, due_before, due_after,
        provisional_before, provisional_after)
    SELECT d.incident_id, d.kind, g.now, :cause, :actor, :reason, d.due, g.due, d.provisional, g.provisional
    FROM given g JOIN dispatch.deadlines d USING (id)
    ORDER BY d.id
)
UPDATE dispatch.deadlines d SET
    due = g.due,
    warn_at = g.warn_at,
    anchor_at = g.anchor_at,
    left_us = g.left_us,
    length_us = g.length_us,
    stands_at = CASE WHEN g.standing THEN g.anchor_at END,
    provisional = g.provisional,
    calendar_revision = :revision,
    fired_at = CASE WHEN g.due <= g.now THEN d.fired_at END,
    warned_at = CASE WHEN g.warn_at <= g.now THEN d.warned_at END,
    ring_at = CASE
        WHEN g.standing OR (d.fired_at IS NOT NULL AND g.due <= g.now) THEN NULL
        WHEN d.warned_at IS NULL OR g.warn_at > g.now THEN g.warn_at
        ELSE g.due END
FROM given g
WHERE d.id = g.id
