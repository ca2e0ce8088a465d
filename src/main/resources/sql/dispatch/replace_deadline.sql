-- Sets a deadline of an incident anew, or one of another kind, and keeps what it was.
-- Parameters: incident, number, revision, kind, due, warn, startedAt, profile, provisional, unit, length, anchor, left, cause,
-- actor, reason. Index: deadlines_incident_id_kind_key.
WITH before AS (
    SELECT due, provisional FROM dispatch.deadlines
    WHERE incident_id = :incident AND kind = :kind AND dropped_at IS NULL
),
kept AS (
    INSERT INTO dispatch.deadline_changes (incident_id, kind, at, cause, actor, reason, due_before, due_after,
        provisional_before, provisional_after)
    VALUES (:incident, :kind, clock_timestamp(), :cause, :actor, :reason, (SELECT due FROM before), :due::timestamptz,
        (SELECT provisional FROM before), :provisional)
)
INSERT INTO dispatch.deadlines (incident_id, number, calendar_revision, kind, due, warn_at, ring_at, started_at,
    profile_version, provisional, unit, length_us, anchor_at, left_us)
VALUES (:incident, :number, :revision, :kind, :due::timestamptz, :warn::timestamptz, :warn::timestamptz,
    :startedAt::timestamptz, :profile, :provisional, :unit, :length, :anchor::timestamptz, :left)
ON CONFLICT (incident_id, kind) DO UPDATE SET
    calendar_revision = excluded.calendar_revision,
    due = excluded.due,
    warn_at = excluded.warn_at,
    ring_at = CASE WHEN excluded.due <= clock_timestamp() AND deadlines.fired_at IS NOT NULL THEN NULL
        ELSE excluded.warn_at END,
    started_at = excluded.started_at,
    profile_version = excluded.profile_version,
    provisional = excluded.provisional,
    unit = excluded.unit,
    length_us = excluded.length_us,
    anchor_at = excluded.anchor_at,
    left_us = excluded.left_us,
    fired_at = CASE WHEN excluded.due <= clock_timestamp() THEN deadlines.fired_at END,
    warned_at = NULL,
    dropped_at = NULL,
    stands_at = NULL
