-- Purpose: τ and the first department of each category, in the version that was valid at an instant
-- Parameters: at
-- Output: version, category, patrol_hours (null: a patrol cannot see it), department (null: none)
-- Index relied on: category_rows_pkey through the view
SELECT p.version, p.category, p.patrol_hours, p.department
FROM published.category_presence p
WHERE p.version = (SELECT max(v.version) FROM published.category_presence v WHERE v.valid_from <= :at)
