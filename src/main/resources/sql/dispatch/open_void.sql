-- Opens a void unless it is open. Parameters: rule, layer, gridCode, emptySince, filledBy (null: not foreseen).
-- Output: one row where it was opened. Index: one_open_void.
INSERT INTO dispatch.voids (rule_id, layer, grid_code, empty_since, filled_by)
VALUES (:rule, :layer, :gridCode, :emptySince, :filledBy::timestamptz)
ON CONFLICT (rule_id, layer, grid_code) WHERE closed_at IS NULL DO NOTHING
RETURNING id
