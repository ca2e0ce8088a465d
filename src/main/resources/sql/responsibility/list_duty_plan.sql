-- The duty plan in both times, entries in a fixed order.
-- Output: entry is JSON; null times are open. Relies on no index (reads the whole table once).
SELECT kind, layer, grid_code, code, entry,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.duty_plan
ORDER BY layer, grid_code, kind, code, lower(valid)
