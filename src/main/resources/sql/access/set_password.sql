-- Sets another password, ends what the old one opened (the version rises) and revokes the tokens.
-- Parameters: name, passwordHash.
-- Output: 1 row changed, or 0 when there is no such user. Index: users_pkey, tokens_user_name.
WITH revoked AS ( -- runs whether or not it is read
    DELETE FROM access.tokens WHERE user_name = :name
)
UPDATE access.users
SET password_hash = :passwordHash, version = version + 1, updated_at = clock_timestamp()
WHERE name = :name
