-- The whole life of an incident: the states after the work, what holds beside the state, how it was answered and closed.

ALTER TABLE incident.incidents
    DROP CONSTRAINT incidents_state_check,
    DROP CONSTRAINT incidents_check,
    ADD CONSTRAINT incidents_state_check CHECK (state IN ('REPORTED', 'DISPATCHED', 'ACCEPTED', 'ARRIVED', 'FINISHED', 'FED_BACK',
        'CLOSED', 'VOID', 'MERGED')),
    ADD CONSTRAINT closed_at_says_over CHECK ((state IN ('CLOSED', 'VOID', 'MERGED')) = (closed_at IS NOT NULL)),
    ADD COLUMN tracking_code text UNIQUE CHECK (tracking_code ~ '^[a-z0-9]{26}$'),
    ADD COLUMN matter_class text NOT NULL DEFAULT 'SMALL' CHECK (matter_class IN ('BIG', 'SMALL', 'PRIVATE')),
    ADD COLUMN external_source text,
    ADD COLUMN external_number text,
    ADD COLUMN merged_into uuid REFERENCES incident.incidents,
    ADD COLUMN parked_until timestamptz,
    ADD COLUMN supervised boolean NOT NULL DEFAULT false,
    ADD COLUMN held boolean NOT NULL DEFAULT false,
    ADD COLUMN quick_fix boolean NOT NULL DEFAULT false,
    ADD COLUMN feedback_at timestamptz,
    ADD COLUMN revisited_at timestamptz,
    ADD COLUMN revisit_result text CHECK (revisit_result IN ('SOLVED', 'PARTLY', 'NOT_SOLVED', 'UNREACHABLE')),
    ADD COLUMN satisfaction smallint CHECK (satisfaction BETWEEN 1 AND 5),
    ADD COLUMN reopened_at timestamptz,
    ADD COLUMN reopenings integer NOT NULL DEFAULT 0,
    ADD COLUMN root_cause text CHECK (length(root_cause) <= 4000),
    ADD COLUMN closed_how text,
    ADD CONSTRAINT external_number_once UNIQUE (external_source, external_number),
    ADD CONSTRAINT merged_says_into CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
    ADD CONSTRAINT colour_is_known CHECK (colour IN ('RED', 'YELLOW', 'GREEN'));
UPDATE incident.incidents SET matter_class = 'BIG' WHERE tier = 3;

DROP INDEX incident.incidents_open;
CREATE INDEX incidents_open ON incident.incidents (next_due) WHERE closed_at IS NULL;
CREATE INDEX incidents_merged ON incident.incidents (merged_into) WHERE merged_into IS NOT NULL;
COMMENT ON COLUMN incident.incidents.closed_at IS 'When it was closed, made void or merged into another; null while it is open. A reopened case is open again.';
COMMENT ON COLUMN incident.incidents.tracking_code IS '128 random bits by which the reporter finds the case without signing in; null for what was loaded.';
COMMENT ON COLUMN incident.incidents.quick_fix IS 'Found and fixed in one patrol action (小事快办).';

-- What other rooms count and show of a life, without a word about persons.
CREATE VIEW published.incident_life AS
SELECT i.id, i.number, i.state, i.tier, i.colour, i.matter_class, i.category, i.channel, i.grid_code, i.first_receiver,
       i.occurred_at, i.reported_at, i.controlled_at, i.feedback_at, i.revisited_at, i.revisit_result, i.satisfaction, i.closed_at,
       i.closed_how, i.reopened_at, i.reopenings, i.merged_into, i.parked_until, i.supervised, i.held, i.quick_fix,
       i.external_source, i.external_number, i.next_due
FROM incident.incidents i;
COMMENT ON VIEW published.incident_life IS 'Room incident. One row an incident: state, triage, the instants of its life, how it was answered, revisited and closed. No reporter, no text.';
