-- Purpose: end the shelves whose time has come; each by one server only
-- Parameters: at
-- Output: columns of console.alarm_shelves of those ended
-- Index relied on: alarm_shelves_open
UPDATE console.alarm_shelves
SET ended_at = :at, ended_by = '', version = version + 1
WHERE ended_at IS NULL AND ends_at <= :at
RETURNING id, kind, grid_code, member, reason, made_at, made_by, ends_at, ended_at, ended_by, version;
