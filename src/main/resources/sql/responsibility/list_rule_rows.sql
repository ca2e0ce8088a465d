-- The rows of every version of the rule table, in order of precedence.
-- Relies on no index (a few dozen rows).
SELECT version, precedence, rule, relation, category_class, category, subject, layer, text_zh, text_en
FROM responsibility.rule_rows
ORDER BY version, precedence
