-- Room notice: what is told to people outside, and to whom. A message is a row of the transaction that caused it.
CREATE SCHEMA notice;

CREATE TABLE notice.targets (
    id           uuid PRIMARY KEY,
    channel      text NOT NULL CHECK (channel IN ('MAIL', 'WEBHOOK')),
    address      text NOT NULL CHECK (length(address) BETWEEN 3 AND 500),
    secret       text CHECK (length(secret) <= 200),
    failures     integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    open_until   timestamptz,
    lease        uuid,
    leased_until timestamptz,
    claimed_at   timestamptz,
    UNIQUE (channel, address),
    CHECK ((lease IS NULL) = (leased_until IS NULL))
);
COMMENT ON TABLE notice.targets IS 'Where messages go: one row an address. failures counts those in a row; until open_until nothing is tried (the circuit is open). lease: the server that is sending to it now.';

CREATE TABLE notice.subscriptions (
    id         uuid PRIMARY KEY,
    target_id  uuid NOT NULL REFERENCES notice.targets,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    events     text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 20),
    grid_code  text CHECK (length(grid_code) <= 40),
    categories text[] NOT NULL DEFAULT '{}',
    with_text  boolean NOT NULL DEFAULT false,
    active     boolean NOT NULL DEFAULT true,
    version    integer NOT NULL DEFAULT 1,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE notice.subscriptions IS 'Who wants to hear of which events: of one grid (null: of all) and of some categories (none: of all). with_text: what the reporter wrote goes along.';

CREATE TABLE notice.messages (
    id              uuid PRIMARY KEY,
    target_id       uuid NOT NULL REFERENCES notice.targets,
    subscription_id uuid NOT NULL REFERENCES notice.subscriptions,
    event           text NOT NULL,
    about           uuid,
    payload         jsonb NOT NULL,
    state           text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'DEAD')),
    tries           integer NOT NULL DEFAULT 0,
    next_try_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_error      text CHECK (length(last_error) <= 500),
    replays         integer NOT NULL DEFAULT 0,
    version         integer NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at         timestamptz,
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX messages_waiting ON notice.messages (target_id, tries, created_at) WHERE state = 'WAITING';
CREATE INDEX messages_created ON notice.messages (created_at DESC, id DESC);
CREATE INDEX messages_dead ON notice.messages (created_at DESC, id DESC) WHERE state = 'DEAD';
CREATE INDEX messages_about ON notice.messages (about) WHERE about IS NOT NULL;
COMMENT ON TABLE notice.messages IS 'The outgoing messages. The id goes along with every try, so that a receiver can drop doubles. DEAD: parked after too many tries, or refused for good; a replay makes it WAITING again.';
