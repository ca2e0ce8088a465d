-- When each version of the rule table is in force, as known when.
-- Output: null times are open. Relies on no index (a few dozen rows).
SELECT p.version, t.text_zh, t.text_en, t.made_by, nullif(t.made_at, '-infinity') AS made_at,
       nullif(lower(p.valid), '-infinity') AS valid_from, nullif(upper(p.valid), 'infinity') AS valid_to,
       nullif(lower(p.known), '-infinity') AS known_from, nullif(upper(p.known), 'infinity') AS known_to
FROM responsibility.rule_periods p
JOIN responsibility.rule_tables t USING (version)
ORDER BY lower(p.known) DESC, lower(p.valid) DESC
