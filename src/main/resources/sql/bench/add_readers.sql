-- Purpose: users who follow the stream, as many as its clients need; they sign in as the demo's dispatcher does
-- Parameters: what their names begin with, the last number
-- Output: row count
-- Index relied on: primary key of access.users
INSERT INTO access.users (name, password_hash, roles, jurisdiction, demo)
SELECT ? || n, u.password_hash, u.roles, u.jurisdiction, u.demo
FROM access.users u, generate_series(0, ?) AS n
WHERE u.name = 'dispatcher'
