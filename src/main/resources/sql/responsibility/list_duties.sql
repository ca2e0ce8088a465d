-- The duty list in both times.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT category, duty, helper_role, category_class, doubt_threshold, doubt_answer,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.duties
