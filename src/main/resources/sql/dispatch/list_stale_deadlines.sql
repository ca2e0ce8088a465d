-- Deadlines of working time that were made by an older calendar. Parameters: revision, most. Index: deadlines_on_calendar.
SELECT id, incident_id, kind, unit, profile_version, started_at, length_us, anchor_at, left_us, due, warn_at,
       stands_at IS NOT NULL AS standing, provisional
FROM dispatch.deadlines
WHERE met_at IS NULL AND dropped_at IS NULL AND unit IN ('WORKING_HOURS', 'WORKING_DAYS') AND calendar_revision < :revision
ORDER BY calendar_revision
LIMIT :most
