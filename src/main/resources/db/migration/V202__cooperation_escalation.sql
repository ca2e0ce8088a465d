-- Going up: who is accountable now, by which reason, by which rule of a clock that ran out; supervised cases; what a colour
-- sends where.

CREATE TABLE cooperation.escalation_reasons (
    code    text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]{1,62}$'),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    ordinal integer NOT NULL
);
INSERT INTO cooperation.escalation_reasons VALUES
('ON_SITE_MEDIATION_FAILED', '现场调解不成', 'Mediation on the spot failed', 1),
('BEYOND_POWERS', '超出本级权限', 'Beyond the powers of this level', 2),
('SEVERAL_DEPARTMENTS', '涉及多个部门', 'Several departments are concerned', 3),
('NOBODY_ANSWERS', '无人应答', 'Nobody answers', 4),
('OVERDUE', '超过时限', 'The time limit has passed', 5),
('REPEATED', '反复发生', 'It happens again and again', 6),
('PROPOSAL', '提交人大建议', 'Put forward as a proposal', 7),
('OTHER', '其他', 'Other', 9);

CREATE TABLE cooperation.escalations (
    id                 uuid PRIMARY KEY,
    incident_id        uuid NOT NULL,
    number             text NOT NULL,
    from_layer         text NOT NULL,
    from_grid          text NOT NULL,
    to_layer           text NOT NULL,
    to_grid            text NOT NULL,
    reason             text NOT NULL REFERENCES cooperation.escalation_reasons,
    note               text CHECK (length(note) <= 4000),
    accountable_team   text,
    accountable_person text,
    automatic          boolean NOT NULL,
    escalated_by       text NOT NULL,
    escalated_at       timestamptz NOT NULL
);
CREATE INDEX escalations_incident ON cooperation.escalations (incident_id, id);
COMMENT ON TABLE cooperation.escalations IS 'Each step up the tree of layers; the last one of an incident says who is accountable now (null: no team there). The lead keeps the work.';

CREATE TABLE cooperation.escalation_rules (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tier       integer CHECK (tier BETWEEN 1 AND 3),
    kind       text NOT NULL CHECK (kind IN ('RESPOND', 'CONTROL', 'REVISIT', 'CLOSE', 'PLAN')),
    rungs      integer NOT NULL CHECK (rungs BETWEEN 1 AND 9),
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    CHECK (valid_to > valid_from)
);
COMMENT ON TABLE cooperation.escalation_rules IS 'What a deadline that passed does: so many rungs up. tier null: every tier. A change ends a row and adds one.';
INSERT INTO cooperation.escalation_rules (tier, kind, rungs, valid_from) VALUES
(1, 'RESPOND', 1, '-infinity'),
(1, 'CONTROL', 1, '-infinity'),
(2, 'CLOSE', 1, '-infinity'),
(3, 'PLAN', 1, '-infinity');

CREATE TABLE cooperation.escalation_marks (
    incident_id uuid NOT NULL,
    kind        text NOT NULL,
    due         timestamptz NOT NULL,
    done_at     timestamptz,
    PRIMARY KEY (incident_id, kind, due)
);
CREATE INDEX escalation_marks_open ON cooperation.escalation_marks (due) WHERE done_at IS NULL;
COMMENT ON TABLE cooperation.escalation_marks IS 'Deadlines that passed and wait for their rule; each is worked off once.';

CREATE TABLE cooperation.supervisions (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    number      text NOT NULL,
    department  text NOT NULL,
    reason      text CHECK (length(reason) <= 4000),
    due         timestamptz NOT NULL,
    ordered_by  text NOT NULL,
    ordered_at  timestamptz NOT NULL,
    alarmed_at  timestamptz,
    leader      text,
    ended_at    timestamptz,
    ended_by    text
);
CREATE UNIQUE INDEX one_open_supervision ON cooperation.supervisions (incident_id) WHERE ended_at IS NULL;
CREATE INDEX supervisions_due ON cooperation.supervisions (due) WHERE ended_at IS NULL AND alarmed_at IS NULL;
COMMENT ON TABLE cooperation.supervisions IS 'Listed supervision (挂牌督办): a named department, a limit. alarmed_at is set once when the limit passed, with the leader who was told (null: nobody known).';

CREATE TABLE cooperation.colour_routes (
    colour  text PRIMARY KEY CHECK (colour IN ('RED', 'YELLOW', 'GREEN')),
    queue   text NOT NULL UNIQUE,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    amount  integer CHECK (amount > 0),
    unit    text,
    CHECK ((amount IS NULL) = (unit IS NULL))
);
COMMENT ON TABLE cooperation.colour_routes IS 'Which queue an issue colour belongs to and within what it is to be closed (null: as its tier says).';
INSERT INTO cooperation.colour_routes VALUES
('RED', 'COMPREHENSIVE', '公家事：综合网格与部门', 'Public matters: comprehensive grid and departments', 7, 'DAYS'),
('YELLOW', 'MEETING', '大家事：联席会商', 'Shared matters: joint meeting', NULL, NULL),
('GREEN', 'SELF', '自家事：自行消化', 'Own matters: settled by themselves', NULL, NULL);

CREATE VIEW published.escalations AS
SELECT id, incident_id, from_layer, to_layer, to_grid, reason, automatic, escalated_at FROM cooperation.escalations;
COMMENT ON VIEW published.escalations IS 'Room cooperation. One row a step up the layers. No persons, no text.';
CREATE VIEW published.supervisions AS
SELECT id, incident_id, department, ordered_at, due, alarmed_at, ended_at FROM cooperation.supervisions;
COMMENT ON VIEW published.supervisions IS 'Room cooperation. One row a case under listed supervision. No persons, no text.';
