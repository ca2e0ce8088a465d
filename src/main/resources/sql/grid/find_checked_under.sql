-- Purpose: the edition of the parent layer that an edition was checked against
-- Parameters: edition
-- Output: checked_under (or null), one row
-- Index relied on: primary key of grid.editions
SELECT checked_under FROM grid.editions WHERE id = :edition;
