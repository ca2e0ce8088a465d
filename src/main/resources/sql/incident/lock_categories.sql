-- Purpose: let one planner at a time make a version of the tree of categories; the others wait.
-- Parameters: none. Output: the latest version. Index: category_versions_pkey.
WITH lock AS (SELECT version FROM incident.category_versions WHERE version = 1 FOR UPDATE)
SELECT version FROM lock
