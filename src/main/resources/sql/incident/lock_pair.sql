-- Locks two incidents in the order of their ids, so that two who merge them into each other at once do not block each other.
-- Parameters: one, other. Index: incidents_pkey.
SELECT i.id, i.number, i.state, i.version
FROM incident.incidents i
WHERE i.id IN (:one, :other)
ORDER BY i.id
FOR UPDATE OF i
