-- Purpose: the codes of places that begin with a prefix
-- Parameters: prefix
-- Output: code
-- Index relied on: primary key of place.places
SELECT code
FROM place.places
WHERE code >= :prefix AND code < :prefix || chr(1114111)
ORDER BY code;
