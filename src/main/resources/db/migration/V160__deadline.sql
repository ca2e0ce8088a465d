-- When something is due: the time limits in versions and the working calendar, a table a year in versions.

CREATE SCHEMA deadline;

CREATE TABLE deadline.profiles (
    version    integer PRIMARY KEY CHECK (version > 0),
    valid_from timestamptz NOT NULL,
    name_zh    text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en    text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    work_hours text NOT NULL,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE deadline.profiles IS 'Versions of the time limits, never changed; of those begun the one that began last is in force. Each deadline keeps the version that made it.';

CREATE TABLE deadline.limits (
    version   integer NOT NULL REFERENCES deadline.profiles,
    position  integer NOT NULL,
    tier      smallint CHECK (tier BETWEEN 1 AND 3),
    category  text,
    condition text,
    kind      text NOT NULL CHECK (kind IN ('RESPOND', 'CONTROL', 'REVISIT', 'CLOSE', 'PLAN')),
    amount    integer NOT NULL CHECK (amount BETWEEN 1 AND 100000),
    unit      text NOT NULL CHECK (unit IN ('MINUTES', 'HOURS', 'DAYS', 'URGENT_HOURS', 'WORKING_HOURS', 'WORKING_DAYS')),
    PRIMARY KEY (version, position),
    CHECK (tier IS NOT NULL OR category IS NOT NULL)
);
CREATE UNIQUE INDEX limits_once ON deadline.limits
    (version, kind, coalesce(tier, 0), coalesce(category, ''), coalesce(condition, ''));
COMMENT ON TABLE deadline.limits IS 'The rows of a profile. A null tier, category or condition means any; a row that names more goes before one that names less.';

INSERT INTO deadline.profiles (version, valid_from, name_zh, name_en, work_hours, made_by) VALUES
(1, '-infinity', '三级响应（工作日按整日计）', 'Three tiers, working days as whole days', '00:00-24:00', 'migration'),
(2, '-infinity', '三级响应', 'Three tiers', '08:00-18:00', 'migration');
INSERT INTO deadline.limits (version, position, tier, kind, amount, unit)
SELECT version, position, tier, kind, amount, unit
FROM (VALUES (1), (2)) AS v (version)
CROSS JOIN (VALUES
    (1, 1, 'RESPOND', 30, 'MINUTES'),
    (2, 1, 'CONTROL', 2, 'HOURS'),
    (3, 1, 'REVISIT', 24, 'HOURS'),
    (4, 2, 'CLOSE', 5, 'WORKING_DAYS'),
    (5, 3, 'PLAN', 14, 'DAYS')) AS l (position, tier, kind, amount, unit);

CREATE TABLE deadline.calendars (
    year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    version   integer NOT NULL CHECK (version > 0),
    revision  bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    source    text NOT NULL CHECK (length(source) BETWEEN 1 AND 1000),
    sha256    text NOT NULL,
    loaded_by text NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (year, version)
);
COMMENT ON TABLE deadline.calendars IS 'The yearly holiday notices as they were loaded; the newest version of a year counts. A deadline that touches a year without one is provisional.';

CREATE TABLE deadline.calendar_days (
    year    integer NOT NULL,
    version integer NOT NULL,
    day     date NOT NULL,
    working boolean NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    PRIMARY KEY (year, version, day),
    FOREIGN KEY (year, version) REFERENCES deadline.calendars
);
COMMENT ON TABLE deadline.calendar_days IS 'Days that a notice names: days off (not working) and make-up days (working).';

INSERT INTO deadline.calendars (year, version, source, sha256, loaded_by) VALUES
(2025, 1, 'State Council holiday notice for 2025', '', 'migration'),
(2026, 1, 'State Council holiday notice for 2026', '', 'migration');
INSERT INTO deadline.calendar_days (year, version, day, working, name_zh, name_en)
SELECT extract(year FROM day)::integer, 1, day::date, false, name_zh, name_en
FROM (VALUES
    (date '2025-01-01', date '2025-01-01', '元旦', 'New Year'),
    (date '2025-01-28', date '2025-02-04', '春节', 'Spring Festival'),
    (date '2025-04-04', date '2025-04-06', '清明节', 'Qingming'),
    (date '2025-05-01', date '2025-05-05', '劳动节', 'Labour Day'),
    (date '2025-05-31', date '2025-06-02', '端午节', 'Dragon Boat Festival'),
    (date '2025-10-01', date '2025-10-08', '国庆节、中秋节', 'National Day and Mid-Autumn'),
    (date '2026-01-01', date '2026-01-03', '元旦', 'New Year'),
    (date '2026-02-15', date '2026-02-23', '春节', 'Spring Festival'),
    (date '2026-04-04', date '2026-04-06', '清明节', 'Qingming'),
    (date '2026-05-01', date '2026-05-05', '劳动节', 'Labour Day'),
    (date '2026-06-19', date '2026-06-21', '端午节', 'Dragon Boat Festival'),
    (date '2026-09-25', date '2026-09-27', '中秋节', 'Mid-Autumn'),
    (date '2026-10-01', date '2026-10-07', '国庆节', 'National Day')
) AS off (first_day, last_day, name_zh, name_en)
CROSS JOIN LATERAL generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') AS day;
INSERT INTO deadline.calendar_days (year, version, day, working, name_zh, name_en)
SELECT extract(year FROM day)::integer, 1, day, true, name_zh || '调休', name_en || ', made up'
FROM (VALUES
    (date '2025-01-26', '春节', 'Spring Festival'),
    (date '2025-02-08', '春节', 'Spring Festival'),
    (date '2025-04-27', '劳动节', 'Labour Day'),
    (date '2025-09-28', '国庆节、中秋节', 'National Day and Mid-Autumn'),
    (date '2025-10-11', '国庆节、中秋节', 'National Day and Mid-Autumn'),
    (date '2026-01-04', '元旦', 'New Year'),
    (date '2026-02-14', '春节', 'Spring Festival'),
    (date '2026-02-28', '春节', 'Spring Festival'),
    (date '2026-05-09', '劳动节', 'Labour Day'),
    (date '2026-09-20', '国庆节', 'National Day'),
    (date '2026-10-10', '国庆节', 'National Day')
) AS made_up (day, name_zh, name_en);
