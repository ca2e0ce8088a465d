-- Purpose: the rows of one version of the tree of categories, in the order of the standard's classes.
-- Parameters: version. Output: a row a category. Index: category_rows_pkey.
SELECT code, parent, class_code, class_scheme, name_zh, name_en, tier, colour, matter_class, duty_type, departments, playbook,
       family, twin_meters, twin_hours, both_sides, revisit, patrol_hours, words, questions::text AS questions, ordinal
FROM incident.category_rows
WHERE version = :version
ORDER BY ordinal, code
