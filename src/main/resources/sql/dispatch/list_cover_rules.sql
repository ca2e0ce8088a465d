-- The cover rules that hold. Output: days as text. Index: none (few rows).
SELECT id, layer, grid_code, role, unit_kind, least, days::text[] AS days, starts, minutes, made_at, made_by
FROM dispatch.cover_rules
WHERE ended_at IS NULL
ORDER BY made_at, id
