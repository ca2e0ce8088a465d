-- The tables that were loaded, the latest year and version first. Output: with the number of days. Index: calendars_pkey.
SELECT c.year, c.version, c.source, c.sha256, c.loaded_by, c.loaded_at,
       (SELECT count(*) FROM deadline.calendar_days d WHERE d.year = c.year AND d.version = c.version) AS days
FROM deadline.calendars c
ORDER BY c.year DESC, c.version DESC
