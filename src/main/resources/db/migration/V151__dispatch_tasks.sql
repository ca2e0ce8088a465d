-- Each task a state of its own: a helper says DONE, or is released; what no longer counts is dropped, not met.

ALTER TABLE dispatch.tasks
    DROP CONSTRAINT tasks_state_check,
    DROP CONSTRAINT tasks_check,
    ADD CONSTRAINT tasks_state_check CHECK (state IN ('ASSIGNED', 'ACCEPTED', 'ARRIVED', 'FINISHED', 'CLOSED', 'DONE', 'RELEASED', 'REPLACED')),
    ADD CONSTRAINT ended_at_says_over CHECK ((state IN ('CLOSED', 'DONE', 'RELEASED', 'REPLACED')) = (ended_at IS NOT NULL)),
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN accepted_at timestamptz,
    ADD COLUMN arrived_at timestamptz,
    ADD COLUMN reason text CHECK (length(reason) <= 4000);
COMMENT ON COLUMN dispatch.tasks.reason IS 'Why a task was released.';

ALTER TABLE dispatch.deadlines ADD COLUMN dropped_at timestamptz;
DROP INDEX dispatch.deadlines_pending;
CREATE INDEX deadlines_pending ON dispatch.deadlines (due) WHERE met_at IS NULL AND fired_at IS NULL AND dropped_at IS NULL;
COMMENT ON COLUMN dispatch.deadlines.dropped_at IS 'Since when the deadline no longer counts: the incident is void, merged, or of another tier. Neither met nor late.';
