-- Tells what there is to tell of deadlines now, each once however many servers look, by the clock of the database alone: a
-- warning at 80 %, an alarm when due passed unmet (and then no late warning). Marks the deadlines, keeps what was told and
-- puts it into the outbox, in one statement.
-- Parameters: most (rows at a time), only (one deadline, or null). Output: one row a deadline told, level WARN or DUE.
-- Index: deadlines_ringing, deadline_alarms_pkey.
WITH late AS (
    SELECT id, clock_timestamp() AS now
    FROM dispatch.deadlines
    WHERE ring_at <= clock_timestamp() AND (:only::bigint IS NULL OR id = :only::bigint)
    ORDER BY ring_at
    LIMIT :most
    FOR UPDATE SKIP LOCKED
),
rung AS (
    UPDATE dispatch.deadlines d SET
        fired_at = CASE WHEN d.due <= late.now THEN coalesce(d.fired_at, late.now) ELSE d.fired_at END,
        warned_at = CASE WHEN d.due <= late.now THEN d.warned_at ELSE late.now END,
        ring_at = CASE WHEN d.due <= late.now THEN NULL ELSE d.due END
    FROM late
    WHERE d.id = late.id
    RETURNING d.incident_id, d.number, d.kind, d.due, late.now AS fired_at,
              CASE WHEN d.due <= late.now THEN 'DUE' ELSE 'WARN' END AS level
),
kept AS (
    INSERT INTO dispatch.deadline_alarms (incident_id, kind, level, due, fired_at)
    SELECT incident_id, kind, level, due, fired_at FROM rung
    ON CONFLICT DO NOTHING
    RETURNING incident_id, kind, level, due
),
told AS (
    SELECT rung.* FROM rung JOIN kept USING (incident_id, kind, level, due)
),
news AS (
    INSERT INTO platform.outbox (type, subject, payload)
    SELECT CASE level WHEN 'DUE' THEN 'AssignmentOverdue' ELSE 'AssignmentWarned' END,
           incident_id::text,
           jsonb_build_object(
               'id', incident_id, 'number', number, 'kind', kind, 'level', level,
               'due', to_char(due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'firedAt', to_char(fired_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    FROM told
    ORDER BY due
)
SELECT incident_id, number, kind, level, due, fired_at FROM told ORDER BY due
