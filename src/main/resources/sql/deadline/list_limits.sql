-- Every time limit of every version, in the order of its rows. Output: the row. Index: limits_pkey.
SELECT version, tier::integer AS tier, category, condition, kind, amount, unit
FROM deadline.limits
ORDER BY version, position
