-- Stores a version of a year's table with its days.
-- Parameters: year, version, source, sha256, loadedBy; of each day, as arrays of one length: days, working, namesZh, namesEn.
-- Output: revision. Index: calendar_days_pkey.
WITH calendar AS (
    INSERT INTO deadline.calendars (year, version, source, sha256, loaded_by)
    VALUES (:year, :version, :source, :sha256, :loadedBy)
    RETURNING year, version, revision
),
days AS (
    INSERT INTO deadline.calendar_days (year, version, day, working, name_zh, name_en)
    SELECT calendar.year, calendar.version, d.day::date, d.working::boolean, d.name_zh, d.name_en
    FROM calendar, unnest(:days::text[], :working::text[], :namesZh::text[], :namesEn::text[])
        AS d (day, working, name_zh, name_en)
)
SELECT revision FROM calendar
