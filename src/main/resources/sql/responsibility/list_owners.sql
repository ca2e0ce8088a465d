-- The owners of things in both times, in a fixed order.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT code, category, layer, grid_code, name_zh, name_en, post_zh, post_en, phone, unit,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.owners
ORDER BY layer, grid_code, category, code, id
