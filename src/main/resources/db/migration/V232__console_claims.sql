-- Who works on which case, and who looks at which.
CREATE TABLE console.claims (
    incident_id uuid PRIMARY KEY,
    number      text NOT NULL,
    holder      text NOT NULL,
    claimed_at  timestamptz NOT NULL,
    taken_from  text
);
CREATE INDEX claims_holder ON console.claims (holder);
COMMENT ON TABLE console.claims IS 'Who has said to be working on a case. Stale when its holder has given no sign for a minute; taken_from is who had it before and gave none.';
CREATE TABLE console.seats (
    holder      text NOT NULL,
    seat        text NOT NULL CHECK (length(seat) BETWEEN 1 AND 64),
    incident_id uuid,
    opened_at   timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (holder, seat)
);
CREATE INDEX seats_seen ON console.seats (seen_at);
COMMENT ON TABLE console.seats IS 'One row a console that is open: whose it is, the case that it shows, since when, and its last sign of life.';
