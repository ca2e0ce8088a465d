-- Users, their tokens, and the audit chain.

CREATE SCHEMA access;

CREATE TABLE access.users (
    name          text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9._-]{0,63}$' AND name NOT IN ('anonymous', 'unknown', 'system')),
    password_hash text NOT NULL,
    roles         text[] NOT NULL CHECK (cardinality(roles) > 0
                      AND roles <@ ARRAY['PATROL', 'DISPATCHER', 'PLANNER', 'ADMIN']),
    jurisdiction  text NOT NULL DEFAULT '*' CHECK (jurisdiction ~ '^(\*|[A-Za-z0-9._-]{1,64})$'),
    unit          text CHECK (length(unit) BETWEEN 1 AND 64),
    demo          boolean NOT NULL DEFAULT false,
    version       bigint NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN access.users.jurisdiction IS 'A grid code, which stands for itself and everything below it, or * for the whole city.';
COMMENT ON COLUMN access.users.version IS 'Rises with every change; what was remembered or signed in against an older version ends.';

CREATE TABLE access.tokens (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    user_name  text NOT NULL REFERENCES access.users ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX tokens_user_name ON access.tokens (user_name);

CREATE TABLE access.audit_events (
    id     bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor  text NOT NULL,
    action text NOT NULL,
    object text NOT NULL,
    detail jsonb NOT NULL
);
COMMENT ON TABLE access.audit_events IS 'Who did what to what; written in the transaction that did it, never changed.';

-- Which events wait for their seal. The one table of the chain that shrinks: it orders nothing and proves nothing.
CREATE TABLE access.audit_unsealed (
    event_id bigint PRIMARY KEY
);

CREATE TABLE access.audit_seals (
    seq       bigint PRIMARY KEY CHECK (seq > 0),
    event_id  bigint NOT NULL UNIQUE,
    prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE access.audit_seals IS 'hash = SHA-256(canonical text of the event, then prev_hash); docs/decisions/0003 says why it is written after the commit.';

CREATE FUNCTION access.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is never changed: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_events_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
CREATE TRIGGER audit_seals_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();

-- The text that is hashed: every column, so that no byte of an event can change unseen.
CREATE FUNCTION access.canonical(event access.audit_events) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN jsonb_build_array(
        event.id, (extract(epoch FROM event.at) * 1000000)::bigint, event.actor, event.action, event.object, event.detail)::text;

CREATE TABLE access.audit_chain (
    id    uuid NOT NULL DEFAULT gen_random_uuid(),
    one   boolean PRIMARY KEY DEFAULT true CHECK (one)
);
INSERT INTO access.audit_chain DEFAULT VALUES;
COMMENT ON TABLE access.audit_chain IS 'The name of this chain, by which the anchors kept outside the database find it.';
