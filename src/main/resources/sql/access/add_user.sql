-- Adds a user unless the name is taken.
-- Parameters: name, passwordHash, roles (text[]), jurisdiction, unit (may be null), demo.
-- Output: 1 row changed, or 0 when the name is taken. Index: users_pkey.
INSERT INTO access.users (name, password_hash, roles, jurisdiction, unit, demo)
VALUES (:name, :passwordHash, :roles, :jurisdiction, :unit, :demo)
ON CONFLICT (name) DO NOTHING
