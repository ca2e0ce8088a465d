-- Who was sent, and by when: tasks, deadlines, the profiles and the calendar that make them.

CREATE SCHEMA dispatch;

CREATE TABLE dispatch.tasks (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    category    text NOT NULL,
    grid_code   text NOT NULL,
    team        text NOT NULL,
    part        text NOT NULL CHECK (part IN ('LEAD', 'HELPER')),
    role        text NOT NULL,
    person      text NOT NULL,
    person_en   text NOT NULL,
    unit        text,
    state       text NOT NULL CHECK (state IN ('ASSIGNED', 'ACCEPTED', 'ARRIVED', 'FINISHED', 'CLOSED', 'REPLACED')),
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    CHECK ((state IN ('CLOSED', 'REPLACED')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_lead ON dispatch.tasks (incident_id) WHERE part = 'LEAD' AND ended_at IS NULL;
CREATE INDEX tasks_incident ON dispatch.tasks (incident_id);
CREATE INDEX tasks_unit ON dispatch.tasks (unit, started_at DESC);
CREATE INDEX tasks_grid ON dispatch.tasks (grid_code, started_at DESC);
COMMENT ON TABLE dispatch.tasks IS 'Who was asked to do what about an incident. At most one open lead an incident; a lead that changes is ended as REPLACED and a new row added.';

CREATE TABLE dispatch.deadline_profiles (
    version    integer NOT NULL,
    valid_from timestamptz NOT NULL,
    tier       integer NOT NULL CHECK (tier BETWEEN 1 AND 3),
    kind       text NOT NULL CHECK (kind IN ('RESPOND', 'CONTROL', 'REVISIT', 'CLOSE', 'PLAN')),
    amount     integer NOT NULL CHECK (amount > 0),
    unit       text NOT NULL CHECK (unit IN ('MINUTES', 'HOURS', 'DAYS', 'WORKING_DAYS')),
    PRIMARY KEY (version, tier, kind)
);
COMMENT ON TABLE dispatch.deadline_profiles IS 'The time limits of each tier; a change is a new version with its own valid_from, and each deadline keeps the version that made it.';
INSERT INTO dispatch.deadline_profiles (version, valid_from, tier, kind, amount, unit) VALUES
(1, '-infinity', 1, 'RESPOND', 30, 'MINUTES'),
(1, '-infinity', 1, 'CONTROL', 2, 'HOURS'),
(1, '-infinity', 1, 'REVISIT', 24, 'HOURS'),
(1, '-infinity', 2, 'CLOSE', 5, 'WORKING_DAYS'),
(1, '-infinity', 3, 'PLAN', 14, 'DAYS');

CREATE TABLE dispatch.deadlines (
    id              bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    incident_id     uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('RESPOND', 'CONTROL', 'REVISIT', 'CLOSE', 'PLAN')),
    due             timestamptz NOT NULL,
    profile_version integer NOT NULL,
    provisional     boolean NOT NULL,
    met_at          timestamptz,
    fired_at        timestamptz,
    UNIQUE (incident_id, kind)
);
CREATE INDEX deadlines_pending ON dispatch.deadlines (due) WHERE met_at IS NULL AND fired_at IS NULL;
COMMENT ON TABLE dispatch.deadlines IS 'When something must have happened. fired_at is set once, when due passed unmet; provisional means the calendar did not yet reach that far.';

CREATE TABLE dispatch.calendar_years (
    year   integer PRIMARY KEY,
    source text NOT NULL
);
CREATE TABLE dispatch.calendar_days (
    day     date PRIMARY KEY,
    year    integer NOT NULL REFERENCES dispatch.calendar_years,
    working boolean NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL
);
COMMENT ON TABLE dispatch.calendar_days IS 'Days that differ from the plain week: public holidays (not working) and make-up days (working). A deadline beyond the last year of calendar_years is provisional.';

INSERT INTO dispatch.calendar_years (year, source) VALUES
(2025, 'State Council holiday notice for 2025'),
(2026, 'State Council holiday notice for 2026');
INSERT INTO dispatch.calendar_days (day, year, working, name_zh, name_en)
SELECT day::date, extract(year FROM day)::integer, false, name_zh, name_en
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
INSERT INTO dispatch.calendar_days (day, year, working, name_zh, name_en)
SELECT day, extract(year FROM day)::integer, true, '调休上班', 'Make-up working day'
FROM unnest(ARRAY[
    date '2025-01-26', date '2025-02-08', date '2025-04-27', date '2025-09-28', date '2025-10-11',
    date '2026-01-04', date '2026-02-14', date '2026-02-28', date '2026-05-09', date '2026-09-20', date '2026-10-10'
]) AS day;
