-- The days that differ from the plain week, of the newest version of each year's table; where two years name a day, the
-- later year's notice counts and comes last.
-- Output: year, day, working. Index: calendar_days_pkey.
SELECT d.year, d.day, d.working
FROM deadline.calendar_days d
JOIN (SELECT year, max(version) AS version FROM deadline.calendars GROUP BY year) AS newest USING (year, version)
ORDER BY d.year, d.day
