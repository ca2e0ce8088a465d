-- The number of the latest complaint about a place. Parameters: place (its code), since. Index: incidents_place.
SELECT i.number
FROM incident.incidents i
WHERE i.location ->> 'placeCode' = :place AND i.reported_at > :since AND i.state NOT IN ('VOID', 'MERGED')
ORDER BY i.reported_at DESC
LIMIT 1
