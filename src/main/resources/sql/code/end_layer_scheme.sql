-- Purpose: end the scheme of a layer at an instant, and drop what would have begun later
-- Parameters: layer, from
-- Output: row count
-- Index relied on: constraint one_scheme_at_a_time
WITH later AS (
    DELETE FROM code.layer_schemes WHERE layer = :layer AND lower(valid) >= :from
)
UPDATE code.layer_schemes
SET valid = tstzrange(lower(valid), :from)
WHERE layer = :layer AND valid @> CAST(:from AS timestamptz) AND (lower_inf(valid) OR lower(valid) < :from);
