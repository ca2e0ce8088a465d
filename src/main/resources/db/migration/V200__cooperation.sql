-- What several bodies do about an incident together: whistles and who came, and tasks that were given to somebody.

CREATE SCHEMA cooperation;

CREATE TABLE cooperation.whistle_calls (
    id             uuid PRIMARY KEY,
    incident_id    uuid NOT NULL,
    number         text NOT NULL,
    department     text NOT NULL,
    wanted         text NOT NULL CHECK (length(wanted) BETWEEN 1 AND 4000),
    called_by      text NOT NULL,
    called_at      timestamptz NOT NULL,
    arrive_by      timestamptz NOT NULL CHECK (arrive_by > called_at),
    chased_at      timestamptz,
    arrived_at     timestamptz CHECK (arrived_at >= called_at),
    arrived_person text CHECK (length(arrived_person) BETWEEN 1 AND 200),
    on_time        boolean GENERATED ALWAYS AS (arrived_at <= arrive_by) STORED,
    outcome        text CHECK (outcome IN ('DONE', 'NOT_OURS', 'HANDED_ON', 'CALLED_OFF')),
    result         text CHECK (length(result) <= 4000),
    ended_at       timestamptz,
    version        integer NOT NULL DEFAULT 1,
    CHECK ((arrived_at IS NULL) = (arrived_person IS NULL)),
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK (outcome IS NULL OR outcome = 'CALLED_OFF' OR arrived_at IS NOT NULL)
);
CREATE UNIQUE INDEX one_open_whistle ON cooperation.whistle_calls (incident_id, department) WHERE ended_at IS NULL;
CREATE INDEX whistle_calls_incident ON cooperation.whistle_calls (incident_id, id);
CREATE INDEX whistle_calls_department ON cooperation.whistle_calls (department, id DESC);
CREATE INDEX whistle_calls_called ON cooperation.whistle_calls (called_at);
CREATE INDEX whistle_calls_awaited ON cooperation.whistle_calls (arrive_by)
    WHERE arrived_at IS NULL AND ended_at IS NULL AND chased_at IS NULL;
COMMENT ON TABLE cooperation.whistle_calls IS 'One row a department that a whistle called to an incident: by when, who came and when, what came of it. chased_at is set once, when it had not come in time.';

CREATE VIEW published.whistle_calls AS
SELECT id, incident_id, number, department, called_at, arrive_by, arrived_at, chased_at, on_time, outcome, ended_at
FROM cooperation.whistle_calls;
COMMENT ON VIEW published.whistle_calls IS 'Room cooperation. One row a call of a department to an incident: when called, by when, when it came (null: not yet), whether in time, what came of it. No persons, no text.';

CREATE TABLE cooperation.joint_tasks (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('DECISION', 'AGREEMENT', 'PLAN', 'LEADER', 'RECHECK', 'REVISIT')),
    source      uuid,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    department  text,
    party       text CHECK (length(party) BETWEEN 1 AND 200),
    due         timestamptz NOT NULL,
    outcome     text CHECK (outcome IN ('DONE', 'RELEASED')),
    result      text CHECK (length(result) <= 4000),
    given_by    text NOT NULL,
    given_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    ended_by    text,
    told_at     timestamptz,
    version     integer NOT NULL DEFAULT 1,
    CHECK (num_nonnulls(department, party) = 1),
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
CREATE INDEX joint_tasks_incident ON cooperation.joint_tasks (incident_id, id);
CREATE INDEX joint_tasks_department ON cooperation.joint_tasks (department, id DESC);
CREATE INDEX joint_tasks_open ON cooperation.joint_tasks (due) WHERE ended_at IS NULL;
COMMENT ON TABLE cooperation.joint_tasks IS 'What somebody has to do by when: a decision of a meeting, an item of an agreement, a plan, a visit to look again. Exactly one body answers for it: a department, or a party by name. told_at is set once, when it fell due.';

CREATE VIEW published.joint_tasks AS
SELECT id, incident_id, number, kind, department, given_at, due, outcome, ended_at FROM cooperation.joint_tasks;
COMMENT ON VIEW published.joint_tasks IS 'Room cooperation. One row a task given together: which department (null: a party by name), by when, done or released when. No text.';
