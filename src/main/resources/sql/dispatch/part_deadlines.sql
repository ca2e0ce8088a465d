-- Purpose: open deadlines that an incident took over from one that was merged into it are due again when they were before, where
-- nothing has moved or told them since.
-- Parameters: from, into, at, actor, reason. Output: next_due, the earliest deadline left of the incident, or null.
-- Index: merged_clocks_pkey, deadlines_incident_id_kind_key.
WITH given AS (
    DELETE FROM dispatch.merged_clocks m
    WHERE m.from_id = CAST(:from AS uuid) AND m.into_id = CAST(:into AS uuid)
    RETURNING m.*
),
moved AS (
    UPDATE dispatch.deadlines d
    SET due = g.due, started_at = g.started_at, warn_at = g.warn_at, warned_at = g.warned_at, length_us = g.length_us,
        unit = g.unit, profile_version = g.profile_version, provisional = g.provisional,
        calendar_revision = g.calendar_revision, anchor_at = g.anchor_at, left_us = g.left_us,
        ring_at = CASE WHEN g.warned_at IS NULL THEN g.warn_at ELSE g.due END
    FROM given g
    WHERE d.incident_id = g.into_id AND d.kind = g.kind AND d.due = g.merged_due AND d.met_at IS NULL AND d.dropped_at IS NULL
      AND d.fired_at IS NULL AND d.stands_at IS NULL
    RETURNING d.id, d.kind, g.merged_due, d.due
),
noted AS (
    INSERT INTO dispatch.deadline_changes (incident_id, kind, at, cause, actor, reason, due_before, due_after)
    SELECT CAST(:into AS uuid), m.kind, :at, 'UNMERGED', :actor, :reason, m.merged_due, m.due FROM moved m
)
SELECT min(coalesce(m.due, d.due)) AS next_due
FROM dispatch.deadlines d
LEFT JOIN moved m ON m.id = d.id
WHERE d.incident_id = CAST(:into AS uuid) AND d.dropped_at IS NULL AND d.met_at IS NULL
