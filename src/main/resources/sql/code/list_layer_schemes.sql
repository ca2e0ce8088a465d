-- Purpose: by which scheme the layers are numbered, and when
-- Parameters: none
-- Output: layer, scheme, version, valid_from, valid_until (null where open), assigned_by
-- Index relied on: none (a handful of rows)
SELECT layer, scheme, version, lower(valid) AS valid_from, upper(valid) AS valid_until, assigned_by
FROM code.layer_schemes
ORDER BY layer, lower(valid) NULLS FIRST;
