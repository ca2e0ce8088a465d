-- Purpose: which of these editions have which of these codes
-- Parameters: editions (uuid array), codes (text array)
-- Output: code, edition_id
-- Index relied on: primary key of grid.grids
SELECT code, edition_id
FROM grid.grids
WHERE edition_id = ANY(:editions) AND code = ANY(:codes)
ORDER BY code;
