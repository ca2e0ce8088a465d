-- What tasks and deadlines were before they changed, so that any past second can be shown as it stood.

ALTER TABLE dispatch.deadlines ADD COLUMN made_at timestamptz;
UPDATE dispatch.deadlines SET made_at = started_at;
ALTER TABLE dispatch.deadlines ALTER COLUMN made_at SET DEFAULT clock_timestamp(), ALTER COLUMN made_at SET NOT NULL;
COMMENT ON COLUMN dispatch.deadlines.made_at IS 'Since when there is this deadline; those set with a report are there from its start.';

CREATE TABLE dispatch.tasks_before (
    task_id     uuid NOT NULL,
    xact        xid8 NOT NULL,
    until       timestamptz NOT NULL,
    state       text NOT NULL,
    version     integer NOT NULL,
    accepted_at timestamptz,
    arrived_at  timestamptz,
    ended_at    timestamptz,
    reason      text,
    PRIMARY KEY (task_id, xact)
);
CREATE INDEX tasks_before_until ON dispatch.tasks_before (task_id, until);
COMMENT ON TABLE dispatch.tasks_before IS 'What changes in a task, as it was before each transaction that changed it, until the instant of the change by the clock of the database. Rows are only added, by the trigger.';

CREATE FUNCTION dispatch.keep_task_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dispatch.tasks_before (task_id, xact, until, state, version, accepted_at, arrived_at, ended_at, reason)
    VALUES (OLD.id, pg_current_xact_id(), clock_timestamp(), OLD.state, OLD.version, OLD.accepted_at, OLD.arrived_at,
        OLD.ended_at, OLD.reason)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_task_before AFTER UPDATE ON dispatch.tasks FOR EACH ROW
    EXECUTE FUNCTION dispatch.keep_task_before();

CREATE TABLE dispatch.deadlines_before (
    deadline_id bigint NOT NULL,
    xact        xid8 NOT NULL,
    until       timestamptz NOT NULL,
    due         timestamptz NOT NULL,
    warn_at     timestamptz NOT NULL,
    started_at  timestamptz NOT NULL,
    unit        text NOT NULL,
    profile_version integer NOT NULL,
    provisional boolean NOT NULL,
    stands_at   timestamptz,
    met_at      timestamptz,
    dropped_at  timestamptz,
    PRIMARY KEY (deadline_id, xact)
);
CREATE INDEX deadlines_before_until ON dispatch.deadlines_before (deadline_id, until);
COMMENT ON TABLE dispatch.deadlines_before IS 'What changes in a deadline, as it was before each transaction that changed it, until the instant of the change by the clock of the database. What was told of it is not kept here: the light of a second follows from warn_at and due. Rows are only added, by the trigger.';

CREATE FUNCTION dispatch.keep_deadline_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dispatch.deadlines_before (deadline_id, xact, until, due, warn_at, started_at, unit, profile_version, provisional,
        stands_at, met_at, dropped_at)
    VALUES (OLD.id, pg_current_xact_id(), clock_timestamp(), OLD.due, OLD.warn_at, OLD.started_at, OLD.unit,
        OLD.profile_version, OLD.provisional, OLD.stands_at, OLD.met_at, OLD.dropped_at)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_deadline_before AFTER UPDATE ON dispatch.deadlines FOR EACH ROW
    WHEN ((OLD.due, OLD.warn_at, OLD.started_at, OLD.unit, OLD.profile_version, OLD.provisional, OLD.stands_at, OLD.met_at,
           OLD.dropped_at)
        IS DISTINCT FROM (NEW.due, NEW.warn_at, NEW.started_at, NEW.unit, NEW.profile_version, NEW.provisional, NEW.stands_at,
           NEW.met_at, NEW.dropped_at))
    EXECUTE FUNCTION dispatch.keep_deadline_before();

CREATE VIEW published.task_rows AS
SELECT t.id, t.incident_id, t.grid_code, t.team, t.part, t.role, t.person, t.person_en, t.unit, t.state, t.version, t.started_at,
       t.accepted_at, t.arrived_at, t.ended_at, t.reason
FROM dispatch.tasks t;
COMMENT ON VIEW published.task_rows IS 'Room dispatch. One row a task as it is now, with the post that was asked. Read by replay.';

CREATE VIEW published.task_rows_before AS
SELECT b.task_id, b.until, b.state, b.version, b.accepted_at, b.arrived_at, b.ended_at, b.reason FROM dispatch.tasks_before b;
COMMENT ON VIEW published.task_rows_before IS 'Room dispatch. What changes in a row of task_rows, as it was until an instant. Read by replay.';

CREATE VIEW published.deadline_rows AS
SELECT d.id, d.incident_id, d.kind, d.made_at, d.due, d.warn_at, d.started_at, d.unit, d.profile_version, d.provisional,
       d.stands_at, d.met_at, d.dropped_at
FROM dispatch.deadlines d;
COMMENT ON VIEW published.deadline_rows IS 'Room dispatch. One row a deadline as it is now. Read by replay.';

CREATE VIEW published.deadline_rows_before AS
SELECT b.deadline_id, b.until, b.due, b.warn_at, b.started_at, b.unit, b.profile_version, b.provisional, b.stands_at, b.met_at,
       b.dropped_at
FROM dispatch.deadlines_before b;
COMMENT ON VIEW published.deadline_rows_before IS 'Room dispatch. What changes in a row of deadline_rows, as it was until an instant. Read by replay.';
