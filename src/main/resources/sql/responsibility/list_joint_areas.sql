-- The joint areas in both times, in a fixed order.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT layer, grid_code, partners, leads,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.joint_areas
ORDER BY layer, grid_code, lower(known)
