-- What must be covered when, the voids that open where it is not, and follow-ups that are due at an instant.

CREATE TABLE dispatch.cover_rules (
    id         uuid PRIMARY KEY,
    layer      text NOT NULL,
    grid_code  text NOT NULL DEFAULT '',
    role       text NOT NULL DEFAULT '',
    unit_kind  text NOT NULL DEFAULT '' CHECK (unit_kind IN ('', 'foot', 'bicycle', 'vehicle', 'vessel', 'other')),
    least      integer NOT NULL CHECK (least BETWEEN 1 AND 99),
    days       integer[] NOT NULL DEFAULT '{1,2,3,4,5,6,7}',
    starts     time NOT NULL DEFAULT '00:00',
    minutes    integer NOT NULL DEFAULT 1440 CHECK (minutes BETWEEN 1 AND 1440),
    made_at    timestamptz NOT NULL,
    made_by    text NOT NULL,
    ended_at   timestamptz,
    CHECK (role = '' OR unit_kind = '')
);
COMMENT ON TABLE dispatch.cover_rules IS 'How many of a role (empty: of any) must be on duty, or units of a kind be in the grid, in each grid of a layer or in one, and in which hours.';

CREATE TABLE dispatch.voids (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_id     uuid NOT NULL REFERENCES dispatch.cover_rules,
    layer       text NOT NULL,
    grid_code   text NOT NULL,
    empty_since timestamptz NOT NULL,
    filled_by   timestamptz,
    told_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at   timestamptz
);
CREATE UNIQUE INDEX one_open_void ON dispatch.voids (rule_id, layer, grid_code) WHERE closed_at IS NULL;
COMMENT ON TABLE dispatch.voids IS 'Nobody of a kind in a grid: told once when it opens and once when it is filled. filled_by is when the plan says it will be, as foreseen when it opened.';

CREATE TABLE dispatch.follow_ups (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    due         timestamptz NOT NULL,
    grid_code   text NOT NULL,
    team        text NOT NULL,
    person      text NOT NULL,
    unit        text,
    made_at     timestamptz NOT NULL,
    made_by     text NOT NULL,
    fired_at    timestamptz,
    done_at     timestamptz,
    done_by     text
);
CREATE INDEX follow_ups_incident ON dispatch.follow_ups (incident_id, due);
CREATE INDEX follow_ups_due ON dispatch.follow_ups (due) WHERE fired_at IS NULL AND done_at IS NULL;
COMMENT ON TABLE dispatch.follow_ups IS 'What is to be done about an incident at an instant, by whom; told once when it is due. An incident is not closed while one is open.';
