-- Purpose: the whole register in both times
-- Parameters: none
-- Output: edition_id, layer, valid_from, valid_until, known_from, known_until (the untils null where open)
-- Index relied on: none (small table)
SELECT edition_id, layer,
       lower(valid) AS valid_from, upper(valid) AS valid_until,
       lower(known) AS known_from, upper(known) AS known_until
FROM grid.edition_periods
ORDER BY layer, lower(valid), lower(known);
