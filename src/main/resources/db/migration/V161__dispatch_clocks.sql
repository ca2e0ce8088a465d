-- Deadlines that know how long they are and when they warn, what changed them, and what was told of them. The time limits
-- and the calendar went to the room deadline.

ALTER TABLE dispatch.deadlines
    ADD COLUMN number text,
    ADD COLUMN unit text,
    ADD COLUMN started_at timestamptz,
    ADD COLUMN length_us bigint,
    ADD COLUMN warn_at timestamptz,
    ADD COLUMN warned_at timestamptz,
    ADD COLUMN ring_at timestamptz,
    ADD COLUMN stands_at timestamptz,
    ADD COLUMN calendar_revision bigint NOT NULL DEFAULT 0;

UPDATE dispatch.deadlines d SET
    number = coalesce((SELECT min(t.number) FROM dispatch.tasks t WHERE t.incident_id = d.incident_id), ''),
    started_at = coalesce((SELECT min(t.started_at) FROM dispatch.tasks t WHERE t.incident_id = d.incident_id), d.due),
    unit = p.unit,
    length_us = 1000000 * p.amount * CASE p.unit WHEN 'MINUTES' THEN 60 WHEN 'HOURS' THEN 3600 ELSE 86400 END
FROM dispatch.deadline_profiles p
WHERE p.version = d.profile_version AND p.kind = d.kind;
UPDATE dispatch.deadlines SET warn_at = started_at + 0.8 * (due - started_at);
UPDATE dispatch.deadlines SET ring_at = CASE WHEN warn_at > clock_timestamp() THEN warn_at ELSE due END
WHERE met_at IS NULL AND fired_at IS NULL AND dropped_at IS NULL;

ALTER TABLE dispatch.deadlines
    ALTER COLUMN number SET NOT NULL,
    ALTER COLUMN unit SET NOT NULL,
    ALTER COLUMN started_at SET NOT NULL,
    ALTER COLUMN length_us SET NOT NULL,
    ALTER COLUMN warn_at SET NOT NULL,
    ADD CHECK (length_us > 0),
    ADD CHECK (unit IN ('MINUTES', 'HOURS', 'DAYS', 'URGENT_HOURS', 'WORKING_HOURS', 'WORKING_DAYS'));
DROP INDEX dispatch.deadlines_pending;
CREATE INDEX deadlines_ringing ON dispatch.deadlines (ring_at) WHERE ring_at IS NOT NULL;
CREATE INDEX deadlines_on_calendar ON dispatch.deadlines (calendar_revision)
    WHERE met_at IS NULL AND dropped_at IS NULL AND unit IN ('WORKING_HOURS', 'WORKING_DAYS');
COMMENT ON COLUMN dispatch.deadlines.length_us IS 'All the time it has, in microseconds of the clock of its unit, with what was added by extensions.';
COMMENT ON COLUMN dispatch.deadlines.warn_at IS 'When 80 % of the length have passed.';
COMMENT ON COLUMN dispatch.deadlines.ring_at IS 'When there is next something to tell: warn_at, then due; null when there is nothing, as while the clock stands.';
COMMENT ON COLUMN dispatch.deadlines.stands_at IS 'Null while the clock runs. While it stands, the instant at which it does, on the time line on which due is written.';
COMMENT ON TABLE dispatch.deadlines IS 'When something must have happened. fired_at is set once, when due passed unmet; provisional means that the calendar of a year it touches is not loaded.';

DROP TABLE dispatch.calendar_days, dispatch.calendar_years, dispatch.deadline_profiles;

CREATE TABLE dispatch.deadline_alarms (
    incident_id uuid NOT NULL,
    kind        text NOT NULL,
    level       text NOT NULL CHECK (level IN ('WARN', 'DUE')),
    due         timestamptz NOT NULL,
    fired_at    timestamptz NOT NULL,
    PRIMARY KEY (incident_id, kind, level, due)
);
COMMENT ON TABLE dispatch.deadline_alarms IS 'What was told: one row a deadline, level and due, so that nothing is told twice; a due that was moved may be told anew.';

CREATE TABLE dispatch.deadline_changes (
    id                 bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    incident_id        uuid NOT NULL,
    kind               text NOT NULL,
    at                 timestamptz NOT NULL,
    cause              text NOT NULL CHECK (cause IN ('PARKED', 'RESUMED', 'EXTENDED', 'CALENDAR', 'TRIAGE', 'PLAN', 'REOPENED')),
    actor              text NOT NULL,
    reason             text,
    due_before         timestamptz,
    due_after          timestamptz,
    provisional_before boolean,
    provisional_after  boolean
);
CREATE INDEX deadline_changes_incident ON dispatch.deadline_changes (incident_id, id);
COMMENT ON TABLE dispatch.deadline_changes IS 'Every change of a deadline after it was made; rows are only added.';

CREATE TABLE dispatch.deadline_failures (
    deadline_id bigint PRIMARY KEY REFERENCES dispatch.deadlines,
    attempts    integer NOT NULL,
    error       text NOT NULL,
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    parked      boolean NOT NULL
);
COMMENT ON TABLE dispatch.deadline_failures IS 'Deadlines that could not be told; a parked one is left alone until somebody asks for it to be tried again.';
