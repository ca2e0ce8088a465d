-- Every version of the profile. Output: valid_from is null where it is -infinity. Index: none needed.
SELECT version, CASE WHEN valid_from > '-infinity' THEN valid_from END AS valid_from, name_zh, name_en, work_hours
FROM deadline.profiles
ORDER BY version
