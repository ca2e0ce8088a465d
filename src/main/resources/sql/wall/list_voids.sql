-- Purpose: where nobody of a kind is now
-- Parameters: none
-- Output: layer, grid_code, role, unit_kind (both empty: nobody at all), empty_since, filled_by (null: not foreseen); the oldest first
-- Index relied on: one_open_void through the view
SELECT v.layer, v.grid_code, v.role, v.unit_kind, v.empty_since, v.filled_by
FROM published.voids_open v
ORDER BY v.empty_since, v.grid_code COLLATE "C", v.role
