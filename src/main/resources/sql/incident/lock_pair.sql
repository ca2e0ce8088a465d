-- Locks two incidents in the order of their ids, so that two who merge them into each other at once do not block each other.
-- Parameters: one (id); the other by its id (or null) or number. Index: incidents_pkey, incidents_number_key.
SELECT i.id, i.number, i.state, i.version
FROM incident.incidents i
WHERE i.id = :one OR i.id = :other::uuid OR i.number = :number
ORDER BY i.id
FOR UPDATE OF i
