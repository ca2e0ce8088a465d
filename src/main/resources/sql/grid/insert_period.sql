-- Purpose: say that an edition is in force for a period, known from now on
-- Parameters: edition, layer, valid_from, valid_until (or null), known_from
-- Output: row count
-- Index relied on: constraint one_edition_at_a_time
INSERT INTO grid.edition_periods (edition_id, layer, valid, known)
VALUES (:edition, :layer, tstzrange(:valid_from, :valid_until), tstzrange(:known_from, NULL));
