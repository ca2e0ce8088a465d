-- Purpose: the columns of a table that an insert must give
-- Parameters: schema, table
-- Output: column_name, in order
-- Index relied on: none
SELECT column_name
FROM information_schema.columns
WHERE table_schema = ? AND table_name = ? AND is_identity = 'NO'
ORDER BY ordinal_position;
