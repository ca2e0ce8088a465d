-- Purpose: the changes of a layer's register known at a time, the newest first
-- Parameters: layer (code), known_at (or null: now)
-- Output: layer, kind, edition_id, valid_from, valid_until, reason, actor, known_from
-- Index relied on: register_changes_layer
SELECT layer, kind, edition_id, valid_from, valid_until, reason, actor, known_from
FROM grid.register_changes
WHERE layer = :layer
  AND (CAST(:known_at AS timestamptz) IS NULL OR known_from <= :known_at)
ORDER BY id DESC;
