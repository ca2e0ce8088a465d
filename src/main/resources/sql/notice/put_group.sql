-- Purpose: store a chat group: a new one without a version, a changed one with the version that was read
-- Parameters: code, nameZh, nameEn, place, grid, active, version, actor
-- (version: -1 stands for any)
-- Output: row count, 0 when it has changed since
-- Index relied on: primary key of notice.groups
INSERT INTO notice.groups AS g (code, name_zh, name_en, place_code, grid_code, active, changed_by)
VALUES (:code, :nameZh, :nameEn, CAST(:place AS text), CAST(:grid AS text), :active, :actor)
ON CONFLICT (code) DO UPDATE
    SET name_zh = excluded.name_zh, name_en = excluded.name_en, place_code = excluded.place_code,
        grid_code = excluded.grid_code, active = excluded.active, version = g.version + 1, changed_by = excluded.changed_by,
        changed_at = clock_timestamp()
    WHERE CAST(:version AS integer) IN (-1, g.version);
