-- Purpose: the versions of the tree of categories, the latest first.
-- Parameters: none. Output: version, valid_from, known_from, made_by, note. Index: category_versions_pkey.
SELECT version, valid_from, known_from, made_by, note
FROM incident.category_versions
ORDER BY version DESC
