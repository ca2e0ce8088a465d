-- Purpose: end the known time of the row that the register held true until now
-- Parameters: edition, valid_from, now
-- Output: row count, 1
-- Index relied on: edition_periods_edition
UPDATE grid.edition_periods
SET known = tstzrange(lower(known), :now)
WHERE edition_id = :edition AND lower(valid) = :valid_from AND upper_inf(known);
