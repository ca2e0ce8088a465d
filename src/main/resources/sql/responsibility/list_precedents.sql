-- The precedents in both times, the latest first.
-- Output: shape as WKB (lon/lat); null times are open. Relies on no index (reads the whole table once).
SELECT id, category, ST_AsBinary(shape) AS wkb, to_layer, to_code, department, base_layer, base_edition, number, reason,
       made_at, made_by,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.precedents
ORDER BY made_at DESC, id
