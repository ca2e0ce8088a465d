-- The departments in both times, in the order of their codes.
-- Output: null times are open. Relies on no index (reads the whole table once).
SELECT code, name_zh, name_en, kind, external, phone, mail, arrive_minutes,
       nullif(lower(valid), '-infinity') AS valid_from, nullif(upper(valid), 'infinity') AS valid_to,
       nullif(lower(known), '-infinity') AS known_from, nullif(upper(known), 'infinity') AS known_to
FROM responsibility.departments
ORDER BY code, id
