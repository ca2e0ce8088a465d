-- Purpose: keep what was said of an edition, and why
-- Parameters: layer, kind, edition, valid_from, valid_until (or null), reason, actor, known_from
-- Output: row count
-- Index relied on: none
INSERT INTO grid.register_changes (layer, kind, edition_id, valid_from, valid_until, reason, actor, known_from)
VALUES (:layer, :kind, :edition, :valid_from, :valid_until, :reason, :actor, :known_from);
