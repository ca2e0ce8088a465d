-- Shift handovers: what changed and what is about to break, kept as it was when it was handed over.

CREATE TABLE console.handovers (
    id        uuid PRIMARY KEY,
    began     timestamptz NOT NULL,
    taken     timestamptz NOT NULL CHECK (taken > began),
    going     text NOT NULL,
    note      text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
    figures   jsonb NOT NULL,
    coming    text,
    signed_at timestamptz,
    version   integer NOT NULL DEFAULT 1,
    CHECK ((coming IS NULL) = (signed_at IS NULL)),
    CHECK (coming <> going)
);
CREATE INDEX handovers_taken ON console.handovers (taken DESC);
COMMENT ON TABLE console.handovers IS 'One row a change of shifts: signed by who goes when it is written, by who comes later. figures is what the room counted at that moment and is never counted anew.';
