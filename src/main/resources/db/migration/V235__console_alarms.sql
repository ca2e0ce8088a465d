-- Alarms of the console: what sounded where, who acknowledged it, what is shelved, and when a seat was watched.

CREATE TABLE console.alarm_soundings (
    id              uuid PRIMARY KEY,
    at              timestamptz NOT NULL,
    seat            text NOT NULL CHECK (length(seat) BETWEEN 1 AND 80),
    actor           text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('NEW_CASE', 'NEAR_DUE', 'OVERDUE', 'VOID', 'STREAM_DEAD', 'WAITING')),
    grid_code       text NOT NULL DEFAULT '',
    tier            integer CHECK (tier BETWEEN 1 AND 3),
    members         text[] NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by text
);
CREATE INDEX alarm_soundings_at ON console.alarm_soundings (at);
CREATE INDEX alarm_soundings_open ON console.alarm_soundings (kind) WHERE acknowledged_at IS NULL;
COMMENT ON TABLE console.alarm_soundings IS 'Each alarm that sounded at a seat, once: its kind, the grid it is grouped by, and its members (incidents, voids, …). Repeats of the tone are not written.';

CREATE TABLE console.alarm_acknowledgements (
    kind   text NOT NULL,
    member text NOT NULL,
    at     timestamptz NOT NULL,
    seat   text NOT NULL,
    actor  text NOT NULL,
    PRIMARY KEY (kind, member)
);
CREATE INDEX alarm_acknowledgements_at ON console.alarm_acknowledgements (at);
COMMENT ON TABLE console.alarm_acknowledgements IS 'Who took note of what first: after that it sounds at no seat any more.';

CREATE TABLE console.alarm_shelves (
    id        uuid PRIMARY KEY,
    kind      text NOT NULL,
    grid_code text NOT NULL DEFAULT '',
    member    text NOT NULL DEFAULT '',
    reason    text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    made_at   timestamptz NOT NULL,
    made_by   text NOT NULL,
    ends_at   timestamptz NOT NULL CHECK (ends_at > made_at),
    ended_at  timestamptz,
    ended_by  text,
    version   integer NOT NULL DEFAULT 1
);
CREATE INDEX alarm_shelves_open ON console.alarm_shelves (ends_at) WHERE ended_at IS NULL;
COMMENT ON TABLE console.alarm_shelves IS 'Alarms put aside for all seats, with a reason and an end: of a kind, in a grid (empty: in all), one member (empty: all of them). ended_by is empty when the end came by itself.';

CREATE TABLE console.seat_watch (
    slot  timestamptz NOT NULL,
    seat  text NOT NULL,
    actor text NOT NULL,
    PRIMARY KEY (slot, seat, actor)
);
COMMENT ON TABLE console.seat_watch IS 'The ten minutes in which a seat was watched by somebody: what an alarm rate is divided by.';
