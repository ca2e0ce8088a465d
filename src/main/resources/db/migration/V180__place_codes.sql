-- Signed codes of notice boards: what a printed QR code says, and what became of it.
CREATE TABLE place.signing_keys (
    id         smallint PRIMARY KEY CHECK (id = 1),
    secret     bytea NOT NULL CHECK (octet_length(secret) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE place.signing_keys IS 'The one key of this installation that signs codes; made at first use, never changed: every printed code depends on it.';

CREATE TABLE place.codes (
    serial      bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) PRIMARY KEY,
    place_code  text NOT NULL REFERENCES place.places,
    issued_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    issued_by   text NOT NULL,
    replaced_at timestamptz,
    reason      text CHECK (length(reason) <= 400)
);
CREATE UNIQUE INDEX codes_in_force ON place.codes (place_code) WHERE replaced_at IS NULL;
COMMENT ON TABLE place.codes IS 'Signed codes by serial number; the text on the board is the serial and its signature. At most one a place is in force; reason says why it was replaced.';

CREATE TABLE place.retired_tokens (
    token      text PRIMARY KEY,
    place_code text NOT NULL REFERENCES place.places,
    retired_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason     text CHECK (length(reason) <= 400)
);
COMMENT ON TABLE place.retired_tokens IS 'Unsigned tokens of boards that got a signed code in their place.';
