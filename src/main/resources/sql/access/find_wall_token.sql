-- Purpose: the link of a wall by its hash, if it is good at an instant
-- Parameters: hash, now
-- Output: one row of access.wall_tokens, or none
-- Index relied on: wall_tokens_token_hash_key
SELECT id, name, jurisdiction, made_by, made_at, ends_at, revoked_by, revoked_at, seen_at
FROM access.wall_tokens
WHERE token_hash = :hash AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > :now)
