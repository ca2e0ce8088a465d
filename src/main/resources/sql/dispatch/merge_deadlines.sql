-- Purpose: the earlier clock counts: open deadlines of an incident take over those of one that was merged into it and was due
-- earlier, kind by kind. What they were before is kept, should the two be taken apart again.
-- Parameters: from, into, at, actor, reason. Output: next_due, the earliest deadline left of the incident, or null.
-- Index: deadlines_incident_id_kind_key.
WITH earlier AS (
    SELECT t.id, t.kind, t.due AS due_before, t.started_at AS started_before, t.warn_at AS warn_before,
           t.warned_at AS warned_before, t.length_us AS length_before, t.unit AS unit_before,
           t.profile_version AS profile_before, t.provisional AS provisional_before,
           t.calendar_revision AS revision_before, t.anchor_at AS anchor_before, t.left_us AS left_before,
           s.due, s.started_at, s.warn_at, s.warned_at, s.length_us, s.unit, s.profile_version, s.provisional,
           s.calendar_revision, s.anchor_at, s.left_us
    FROM dispatch.deadlines t
    JOIN dispatch.deadlines s ON s.incident_id = CAST(:from AS uuid) AND s.kind = t.kind
    WHERE t.incident_id = CAST(:into AS uuid) AND t.met_at IS NULL AND t.dropped_at IS NULL AND t.fired_at IS NULL
      AND t.stands_at IS NULL AND s.due < t.due AND (s.dropped_at IS NULL OR s.dropped_at = :at)
),
kept AS (
    INSERT INTO dispatch.merged_clocks (from_id, into_id, kind, due, started_at, warn_at, warned_at, length_us, unit,
                                        profile_version, provisional, calendar_revision, anchor_at, left_us, merged_due)
    SELECT CAST(:from AS uuid), CAST(:into AS uuid), e.kind, e.due_before, e.started_before, e.warn_before, e.warned_before,
           e.length_before, e.unit_before, e.profile_before, e.provisional_before, e.revision_before,
           e.anchor_before, e.left_before, e.due
    FROM earlier e
),
moved AS (
    UPDATE dispatch.deadlines d
    SET due = e.due, started_at = e.started_at, warn_at = e.warn_at, warned_at = e.warned_at, length_us = e.length_us,
        unit = e.unit, profile_version = e.profile_version, provisional = e.provisional,
        calendar_revision = e.calendar_revision, anchor_at = e.anchor_at, left_us = e.left_us,
        ring_at = CASE WHEN e.warned_at IS NULL THEN e.warn_at ELSE e.due END
    FROM earlier e
    WHERE d.id = e.id
    RETURNING d.id, d.due
),
noted AS (
    INSERT INTO dispatch.deadline_changes (incident_id, kind, at, cause, actor, reason, due_before, due_after)
    SELECT CAST(:into AS uuid), e.kind, :at, 'MERGED', :actor, :reason, e.due_before, e.due FROM earlier e
)
SELECT min(coalesce(m.due, d.due)) AS next_due
FROM dispatch.deadlines d
LEFT JOIN moved m ON m.id = d.id
WHERE d.incident_id = CAST(:into AS uuid) AND d.dropped_at IS NULL AND d.met_at IS NULL
