-- Closes the open voids that are not among those given. Parameters: arrays of the same length: rules, layers, gridCodes; at.
-- Output: those closed. Index: one_open_void.
UPDATE dispatch.voids v SET closed_at = :at
WHERE v.closed_at IS NULL
  AND NOT EXISTS (SELECT FROM unnest(:rules::text[], :layers::text[], :gridCodes::text[]) AS g (rule_id, layer, grid_code)
                  WHERE g.rule_id::uuid = v.rule_id AND g.layer = v.layer AND g.grid_code = v.grid_code)
RETURNING v.rule_id, v.layer, v.grid_code, v.empty_since
