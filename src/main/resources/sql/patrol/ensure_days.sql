-- Purpose: make the partitions of the given UTC days where they are missing.
-- Parameters: days (array of ISO dates). Output: one row a day. Index: none.
SELECT day, patrol.ensure_day(day)
FROM unnest(CAST(:days AS date[])) AS day
ORDER BY day
