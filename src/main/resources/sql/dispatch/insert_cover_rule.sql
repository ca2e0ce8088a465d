-- Stores a cover rule. Parameters: id, layer, gridCode, role, unitKind, least, days, starts, minutes, madeAt, madeBy. Index: none read.
INSERT INTO dispatch.cover_rules (id, layer, grid_code, role, unit_kind, least, days, starts, minutes, made_at, made_by)
VALUES (:id, :layer, :gridCode, :role, :unitKind, :least, :days::text[]::integer[], :starts::time, :minutes, :madeAt, :madeBy)
