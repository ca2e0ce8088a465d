-- What roles are called where, in both times; the longest prefix first.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT role, grid_prefix, name_zh, name_en,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.role_titles
ORDER BY length(grid_prefix) DESC, grid_prefix, role, lower(valid)
