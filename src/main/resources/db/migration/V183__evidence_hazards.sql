-- Measured hazards, and premises that are to be opened again.
CREATE TABLE evidence.thresholds (
    measure     text NOT NULL CHECK (measure ~ '^[a-z][a-z_]{1,39}$'),
    at_least    double precision NOT NULL CHECK (at_least >= 0),
    unit        text NOT NULL CHECK (unit IN ('mm', 'cm', 'm')),
    tier        smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
    colour      text NOT NULL CHECK (colour IN ('RED', 'YELLOW', 'GREEN')),
    zone_m      double precision NOT NULL CHECK (zone_m BETWEEN 1 AND 500),
    check_hours integer CHECK (check_hours > 0),
    PRIMARY KEY (measure, at_least)
);
COMMENT ON TABLE evidence.thresholds IS 'From which measured value on a hazard is how urgent, how far people keep away, and within how many hours an engineer looks at it (null: need not). The figures are ours, to be replaced by those of the city.';
INSERT INTO evidence.thresholds (measure, at_least, unit, tier, colour, zone_m, check_hours) VALUES
    ('wall_tilt', 0, 'cm', 2, 'GREEN', 2, NULL), ('wall_tilt', 3, 'cm', 2, 'YELLOW', 5, 120), ('wall_tilt', 10, 'cm', 1, 'RED', 10, 24),
    ('door_gap', 0, 'cm', 2, 'YELLOW', 2, 48), ('door_gap', 5, 'cm', 1, 'RED', 3, 4),
    ('crack_width', 0, 'mm', 2, 'GREEN', 2, NULL), ('crack_width', 3, 'mm', 2, 'YELLOW', 5, 120), ('crack_width', 15, 'mm', 1, 'RED', 10, 24),
    ('water_depth', 0, 'cm', 2, 'YELLOW', 10, NULL), ('water_depth', 30, 'cm', 1, 'RED', 30, 4);

CREATE TABLE evidence.hazards (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    measure     text NOT NULL,
    value       double precision NOT NULL,
    unit        text NOT NULL,
    tier        smallint NOT NULL,
    colour      text NOT NULL,
    hidden      boolean NOT NULL,
    zone        geometry(Polygon, 4326) NOT NULL CHECK (platform.sound_shape(zone, 200)),
    note        text CHECK (length(note) <= 4000),
    noted_by    text NOT NULL,
    noted_at    timestamptz NOT NULL,
    check_due   timestamptz,
    checked_at  timestamptz,
    checked_by  text,
    safe        boolean,
    result      text CHECK (length(result) <= 4000)
);
CREATE INDEX hazards_incident ON evidence.hazards (incident_id, noted_at);
COMMENT ON TABLE evidence.hazards IS 'What was measured at a danger, what it means by the thresholds of that day, the ground to keep away from, and what the engineer found. hidden: one does not see it from the way.';

CREATE TABLE evidence.openings (
    id            uuid PRIMARY KEY,
    place_code    text NOT NULL,
    state         text NOT NULL CHECK (state IN ('REGISTERED', 'CARD_ISSUED', 'OPEN')),
    cases         jsonb NOT NULL,
    risk          boolean NOT NULL,
    card          text UNIQUE,
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    opened_at     timestamptz,
    version       integer NOT NULL DEFAULT 1,
    CHECK ((state = 'REGISTERED') = (card IS NULL))
);
CREATE UNIQUE INDEX openings_running ON evidence.openings (place_code) WHERE state <> 'OPEN';
COMMENT ON TABLE evidence.openings IS 'A shop that is to be opened: the cases that its premises had before, five departments that look at it, the card that says what to mind, and only then OPEN.';

CREATE TABLE evidence.opening_checks (
    opening_id uuid NOT NULL REFERENCES evidence.openings,
    department text NOT NULL,
    ordinal    smallint NOT NULL,
    result     text CHECK (result IN ('PASSED', 'CONDITION', 'REFUSED')),
    note       text CHECK (length(note) <= 4000),
    actor      text,
    at         timestamptz,
    PRIMARY KEY (opening_id, department)
);
COMMENT ON TABLE evidence.opening_checks IS 'The checklist of an opening: one row a department, result null until it has looked.';
