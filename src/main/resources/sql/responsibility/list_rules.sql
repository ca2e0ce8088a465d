-- Every version of the rules, the one that came into force last first.
-- Output: since_ever stands for valid_from = -infinity, which no Java instant can hold. Index: none (a handful of rows).
SELECT id, version, text_zh, text_en, layer_order,
       valid_from = '-infinity' AS since_ever,
       CASE WHEN valid_from > '-infinity' THEN valid_from END AS valid_from
FROM responsibility.rules
ORDER BY responsibility.rules.valid_from DESC, version DESC
