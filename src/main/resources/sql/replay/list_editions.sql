-- Purpose: the edition of each layer in force at an instant, as the register knew it then; before the register knew the layer at
--   all, as it knew it first
-- Parameters: at
-- Output: layer, edition_id (null: none in force), known_at (as of when this was known), first_from (when the first edition began)
-- Index: none; a few rows an edition
WITH layer AS (
    SELECT layer, min(lower(known)) AS first_known, min(lower(valid)) AS first_from
    FROM published.edition_times GROUP BY layer
)
SELECT l.layer, e.edition_id, greatest(l.first_known, CAST(:at AS timestamptz)) AS known_at, l.first_from
FROM layer l
LEFT JOIN published.edition_times e ON e.layer = l.layer AND e.valid @> CAST(:at AS timestamptz)
    AND e.known @> greatest(l.first_known, CAST(:at AS timestamptz))
ORDER BY l.layer
