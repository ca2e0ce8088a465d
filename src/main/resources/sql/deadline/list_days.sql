-- The days of a year's newest table, in order. Parameters: year. Index: calendar_days_pkey.
SELECT day, working, name_zh, name_en
FROM deadline.calendar_days
WHERE year = :year AND version = (SELECT max(version) FROM deadline.calendars WHERE year = :year)
ORDER BY day
