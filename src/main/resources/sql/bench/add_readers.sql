-- Purpose: users who follow the stream, as many as its clients need; with the rights of the demo's dispatcher
-- Parameters: what their names begin with, the last number, the hash of their password
-- Output: row count
-- Index relied on: primary key of access.users
INSERT INTO access.users (name, password_hash, roles, jurisdiction, demo)
SELECT new.prefix || n, new.hash, u.roles, u.jurisdiction, u.demo
FROM access.users u, (VALUES (?, ?, ?)) AS new (prefix, last, hash), generate_series(0, new.last) AS n
WHERE u.name = 'dispatcher'
