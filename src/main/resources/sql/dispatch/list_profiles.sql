-- Every time limit of every version. Output: valid_from is null where it is -infinity. Index: none needed.
SELECT version, CASE WHEN valid_from > '-infinity' THEN valid_from END AS valid_from, tier, kind, amount, unit
FROM dispatch.deadline_profiles
ORDER BY version, tier, kind
