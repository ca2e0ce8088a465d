-- What was joined and imported: receipts that anybody can check later.

CREATE SCHEMA mapdata;

CREATE TABLE mapdata.receipts (
    id      uuid PRIMARY KEY,
    made_at timestamptz NOT NULL DEFAULT now(),
    made_by text NOT NULL,
    purpose text NOT NULL,
    receipt jsonb NOT NULL,
    CONSTRAINT adds_up CHECK (
        (receipt->>'in')::bigint = (receipt->>'placed')::bigint + (receipt->>'joint')::bigint + (receipt->>'gap')::bigint
            + (receipt->>'outside')::bigint + (receipt->>'invalid')::bigint)
);
COMMENT ON TABLE mapdata.receipts IS 'One receipt per join of a file with a layer: how many points stand how, and a digest of every answer.';
CREATE INDEX receipts_made_at ON mapdata.receipts USING brin (made_at);
