-- Purpose: every code below a prefix that any edition of any layer ever held
-- Parameters: prefix
-- Output: code
-- Index relied on: grids_code
SELECT DISTINCT code
FROM grid.grids
WHERE code >= :prefix AND code < :prefix || chr(1114111)
ORDER BY code;
