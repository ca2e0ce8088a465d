-- Purpose: store a unit, or change the one with its code.
-- Parameters: code, nameZh, nameEn, gridCode, kind. Output: number of rows, 1. Index: units_code_key.
INSERT INTO patrol.units (code, name_zh, name_en, grid_code, kind)
VALUES (:code, :nameZh, :nameEn, :gridCode, :kind)
ON CONFLICT (code) DO UPDATE
SET name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, grid_code = EXCLUDED.grid_code, kind = EXCLUDED.kind,
    version = patrol.units.version + 1
