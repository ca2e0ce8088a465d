-- Room board: what happens at the codes that hang in the streets: scans, refused codes, reports held back for a look.
CREATE SCHEMA board;

CREATE TABLE board.scans (
    place_code text NOT NULL,
    hour       timestamptz NOT NULL,
    scans      integer NOT NULL DEFAULT 0,
    reports    integer NOT NULL DEFAULT 0,
    PRIMARY KEY (place_code, hour)
);
CREATE INDEX scans_hour ON board.scans (hour);
COMMENT ON TABLE board.scans IS 'How often the code of a place was opened, and how many reports came by it, an hour. Counted in memory, added here every few seconds: a crash may lose the last of them.';

CREATE TABLE board.refused_codes (
    code     text NOT NULL CHECK (length(code) <= 80),
    day      date NOT NULL,
    standing text NOT NULL CHECK (standing IN ('FORGED', 'UNKNOWN', 'REPLACED')),
    times    integer NOT NULL,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL,
    PRIMARY KEY (day, code)
);
COMMENT ON TABLE board.refused_codes IS 'Codes that were opened and are none of ours, or not any more; a day. Of a flood only the first hundreds are named, the rest stand under (others).';

CREATE TABLE board.held_reports (
    id             uuid PRIMARY KEY,
    place_code     text NOT NULL,
    category       text NOT NULL,
    description    text NOT NULL CHECK (length(description) <= 4000),
    location       jsonb,
    reporter_name  text,
    reporter_phone text,
    why            text NOT NULL CHECK (why IN ('DEVICE', 'BOARD', 'ADDRESS', 'BREAKER', 'BUSY')),
    sender         text NOT NULL,
    request_key    text,
    received_at    timestamptz NOT NULL,
    state          text NOT NULL DEFAULT 'HELD' CHECK (state IN ('HELD', 'RELEASED', 'DISMISSED')),
    decided_at     timestamptz,
    decided_by     text,
    reason         text CHECK (length(reason) <= 400),
    incident_id    uuid,
    CHECK ((state = 'HELD') = (decided_at IS NULL)),
    CHECK ((state = 'RELEASED') = (incident_id IS NOT NULL))
);
CREATE UNIQUE INDEX held_reports_key ON board.held_reports (place_code, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX held_reports_state ON board.held_reports (state, received_at, id);
COMMENT ON TABLE board.held_reports IS 'Reports over a limit: kept in full until a dispatcher makes a case of each or dismisses it with a reason. sender is a digest of device or address, to see what came from one hand.';
