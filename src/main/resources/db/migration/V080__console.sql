-- The one stream of events that the screens follow.

CREATE SCHEMA console;

CREATE TABLE console.stream_events (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    type    text NOT NULL,
    subject text NOT NULL,
    payload jsonb NOT NULL
);
COMMENT ON TABLE console.stream_events IS 'Outbox entries in the order in which the stream tells them: ids grow in commit order, so a client that knows an id knows all before it.';
CREATE INDEX stream_events_at ON console.stream_events USING brin (at);
