-- The duty lists in both times, each with the title of its role.
-- Output: category is empty for all of the duty; null times are open. Relies on no index (reads the whole table once).
SELECT d.template, d.role, r.rank, d.duty, d.category, d.text_zh, d.text_en,
       nullif(lower(d.valid), '-infinity') AS valid_from, nullif(upper(d.valid), 'infinity') AS valid_to,
       nullif(lower(d.known), '-infinity') AS known_from, nullif(upper(d.known), 'infinity') AS known_to
FROM responsibility.role_duties d
JOIN responsibility.template_roles r USING (template, role)
ORDER BY d.template, r.rank, d.duty, d.category, lower(d.valid)
