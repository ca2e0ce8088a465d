-- Clocks that stand still and limits that are extended: who asked, who approved, since when and until when.

ALTER TABLE dispatch.deadlines
    ADD COLUMN anchor_at timestamptz,
    ADD COLUMN left_us bigint;
UPDATE dispatch.deadlines SET anchor_at = started_at, left_us = length_us;
ALTER TABLE dispatch.deadlines
    ALTER COLUMN anchor_at SET NOT NULL,
    ALTER COLUMN left_us SET NOT NULL;
COMMENT ON COLUMN dispatch.deadlines.left_us IS 'What was left at anchor_at: due is always anchor_at plus left_us on the clock of the unit, by whatever calendar is known.';

CREATE TABLE dispatch.pauses (
    id          bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    incident_id uuid NOT NULL,
    cause       text NOT NULL CHECK (cause IN ('PARK', 'EXTERNAL')),
    reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    actor       text NOT NULL,
    started_at  timestamptz NOT NULL,
    until       timestamptz,
    ended_at    timestamptz,
    ended_by    text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX one_open_pause ON dispatch.pauses (incident_id) WHERE ended_at IS NULL;
CREATE INDEX pauses_incident ON dispatch.pauses (incident_id, id);
CREATE INDEX pauses_until ON dispatch.pauses (until) WHERE ended_at IS NULL;
COMMENT ON TABLE dispatch.pauses IS 'When the clocks of an incident stood still, with the written explanation: parked (挂账), or waiting for somebody outside. At most one open pause an incident.';

CREATE TABLE dispatch.approvals (
    id           bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    incident_id  uuid NOT NULL,
    number       text NOT NULL,
    action       text NOT NULL CHECK (action IN ('PARK', 'EXTEND')),
    until        timestamptz,
    working_days integer CHECK (working_days BETWEEN 1 AND 60),
    reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    asked_by     text NOT NULL,
    asked_at     timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    decided_by   text,
    decided_at   timestamptz,
    note         text CHECK (length(note) <= 4000),
    version      integer NOT NULL DEFAULT 1,
    CHECK ((state = 'ASKED') = (decided_at IS NULL)),
    CHECK (state NOT IN ('APPROVED', 'REFUSED') OR decided_by <> asked_by)
);
CREATE UNIQUE INDEX one_open_approval ON dispatch.approvals (incident_id, action) WHERE state = 'ASKED';
CREATE INDEX approvals_incident ON dispatch.approvals (incident_id, id);
COMMENT ON TABLE dispatch.approvals IS 'What was asked of a clock and decided by a second person; nobody decides what they asked for.';
