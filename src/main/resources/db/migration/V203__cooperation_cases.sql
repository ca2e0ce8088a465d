-- What takes longer: hard cases with their plans, hand-offs to bodies outside, mediations with their sessions.

CREATE TABLE cooperation.hard_cases (
    incident_id  uuid PRIMARY KEY,
    number       text NOT NULL,
    category     text NOT NULL,
    subject      text NOT NULL,
    opened_at    timestamptz NOT NULL,
    solved_at    timestamptz,
    withdrawn_at timestamptz,
    lesson       text CHECK (length(lesson) <= 4000),
    playbook     text CHECK (length(playbook) <= 200),
    version      integer NOT NULL DEFAULT 1,
    CHECK (num_nonnulls(solved_at, withdrawn_at) <= 1)
);
CREATE INDEX hard_cases_opened ON cooperation.hard_cases (opened_at DESC, incident_id DESC);
COMMENT ON TABLE cooperation.hard_cases IS 'The library of hard problems (疑难问题库): every incident of tier 3, until it is closed (solved) or was none (withdrawn). lesson and playbook: what one case teaches about its class.';

CREATE TABLE cooperation.plans (
    id           uuid PRIMARY KEY,
    incident_id  uuid NOT NULL REFERENCES cooperation.hard_cases,
    ordinal      integer NOT NULL,
    text         text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    department   text,
    party        text,
    due          timestamptz NOT NULL,
    private_side text CHECK (length(private_side) <= 4000),
    public_side  text CHECK (length(public_side) <= 4000),
    task         uuid NOT NULL,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    UNIQUE (incident_id, ordinal),
    CHECK (num_nonnulls(department, party) = 1)
);
COMMENT ON TABLE cooperation.plans IS 'The plans of a hard case in versions; the last one counts. private_side and public_side: where the border between private and public ground runs, if that is the question.';

CREATE TABLE cooperation.hand_off_policies (
    department text PRIMARY KEY,
    pauses     boolean NOT NULL
);
COMMENT ON TABLE cooperation.hand_off_policies IS 'Whether the clocks of an incident stand while a body outside has it; a body without a row: they go on.';
INSERT INTO cooperation.hand_off_policies VALUES ('state_grid_95598', false), ('water_company', false), ('gas_company', false);

CREATE TABLE cooperation.hand_offs (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    department  text NOT NULL,
    reference   text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
    note        text CHECK (length(note) <= 4000),
    pauses      boolean NOT NULL,
    handed_by   text NOT NULL,
    handed_at   timestamptz NOT NULL,
    expected_by timestamptz,
    restored_at timestamptz CHECK (restored_at >= handed_at),
    cause       text CHECK (length(cause) <= 4000),
    object      text CHECK (length(object) <= 200),
    version     integer NOT NULL DEFAULT 1,
    UNIQUE (incident_id, department, reference),
    CHECK ((restored_at IS NULL) = (cause IS NULL))
);
COMMENT ON TABLE cooperation.hand_offs IS 'An incident in the hands of a body outside, under its reference number. restored_at is when it worked again, which is not when it was under control.';

CREATE TABLE cooperation.hand_off_posts (
    id          uuid PRIMARY KEY,
    hand_off_id uuid NOT NULL REFERENCES cooperation.hand_offs,
    at          timestamptz NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    expected_by timestamptz,
    posted_by   text NOT NULL
);
CREATE INDEX hand_off_posts_of ON cooperation.hand_off_posts (hand_off_id, id);
COMMENT ON TABLE cooperation.hand_off_posts IS 'How it goes on outside, as told meanwhile.';

CREATE VIEW published.hand_offs AS
SELECT id, incident_id, number, department, reference, pauses, handed_at, expected_by, restored_at
FROM cooperation.hand_offs;
COMMENT ON VIEW published.hand_offs IS 'Room cooperation. One row a hand-off to a body outside. No persons, no text.';

CREATE TABLE cooperation.mediations (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    level       text NOT NULL CHECK (level IN ('GRID', 'COMMUNITY', 'JOINT')),
    parties     jsonb NOT NULL,
    mediators   jsonb NOT NULL,
    opened_by   text NOT NULL,
    opened_at   timestamptz NOT NULL,
    outcome     text CHECK (outcome IN ('AGREED', 'FAILED')),
    agreement   text CHECK (length(agreement) <= 4000),
    ended_at    timestamptz,
    revisit_due timestamptz,
    version     integer NOT NULL DEFAULT 1,
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK ((outcome = 'AGREED') = (revisit_due IS NOT NULL))
);
CREATE INDEX mediations_incident ON cooperation.mediations (incident_id, id);
CREATE UNIQUE INDEX one_open_mediation ON cooperation.mediations (incident_id) WHERE ended_at IS NULL;
COMMENT ON TABLE cooperation.mediations IS 'Graded mediation: small matters in the grid, larger ones in the community, hard ones jointly. An agreement is looked at again after a month.';

CREATE TABLE cooperation.mediation_sessions (
    id           uuid PRIMARY KEY,
    mediation_id uuid NOT NULL REFERENCES cooperation.mediations,
    held_at      timestamptz NOT NULL,
    minutes_long integer NOT NULL CHECK (minutes_long BETWEEN 1 AND 1440),
    minutes      text NOT NULL CHECK (length(minutes) BETWEEN 1 AND 4000),
    recorded_by  text NOT NULL
);
CREATE INDEX mediation_sessions_of ON cooperation.mediation_sessions (mediation_id, id);
COMMENT ON TABLE cooperation.mediation_sessions IS 'One session of a mediation: when, how long, what was said.';
