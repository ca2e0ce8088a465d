-- By which templates the grids of each layer are staffed, in both times.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT layer, templates, paired,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.layer_templates
ORDER BY layer, lower(valid)
