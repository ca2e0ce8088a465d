-- Room intake: what comes from outside and is carried to the incident room. Orders of the 12345 hotline, devices.
CREATE SCHEMA intake;

CREATE TABLE intake.orders (
    id          uuid PRIMARY KEY,
    source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
    number      text NOT NULL CHECK (length(number) <= 60),
    digest      text NOT NULL,
    file        text NOT NULL,
    file_row    bigint NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_by text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('FILED', 'HELD', 'DROPPED')),
    reason      jsonb,
    content     jsonb NOT NULL,
    incident_id uuid,
    settled_at  timestamptz,
    settled_by  text,
    note        text CHECK (length(note) <= 4000),
    UNIQUE (source, digest),
    CHECK ((outcome = 'FILED') = (incident_id IS NOT NULL))
);
CREATE UNIQUE INDEX orders_filed ON intake.orders (source, number) WHERE outcome = 'FILED';
CREATE INDEX orders_number ON intake.orders (source, number);
CREATE INDEX orders_outcome ON intake.orders (outcome, id);
COMMENT ON TABLE intake.orders IS 'Every order of a hotline that ever came in, once: filed as an incident, held for a person with the reason and what there is to choose from, or dropped by a person. digest is over the whole row, so that a file sent twice changes nothing.';

CREATE TABLE intake.devices (
    device      text NOT NULL CHECK (length(device) BETWEEN 1 AND 80),
    category    text NOT NULL,
    incident_id uuid,
    signals     bigint NOT NULL DEFAULT 1 CHECK (signals > 0),
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    PRIMARY KEY (device, category)
);
COMMENT ON TABLE intake.devices IS 'The present case of each sensor and category: a flood of signals counts here and makes one incident.';
