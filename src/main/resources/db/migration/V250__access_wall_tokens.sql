-- Links by which a screen on a wall reads the wall and nothing else.
CREATE TABLE access.wall_tokens (
    id           uuid PRIMARY KEY,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    jurisdiction text NOT NULL DEFAULT '*',
    made_by      text NOT NULL,
    made_at      timestamptz NOT NULL,
    ends_at      timestamptz CHECK (ends_at > made_at),
    revoked_by   text,
    revoked_at   timestamptz,
    seen_at      timestamptz,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
COMMENT ON TABLE access.wall_tokens IS 'Links of screens on walls: 256 random bits of which only the SHA-256 is kept, where they hang, what ground they show, and until when. seen_at is written at most once a minute. Never deleted: a revoked link stays on the list.';
