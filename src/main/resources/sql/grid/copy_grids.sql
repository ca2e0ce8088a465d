-- Purpose: store the grids of an edition whose shapes are those of another edition
-- Parameters: edition, before (the other edition), and arrays of equal length: codes, names_zh, names_en, parents,
--             households, attributes (JSON texts)
-- Output: row count
-- Index relied on: primary key of grid.grids
INSERT INTO grid.grids (edition_id, code, name_zh, name_en, parent_code, households, area_m2, attributes, geom)
SELECT :edition, said.code, said.name_zh, said.name_en, said.parent_code, said.households, old.area_m2,
       CAST(said.attributes AS jsonb), old.geom
FROM unnest(CAST(:codes AS text[]), CAST(:names_zh AS text[]), CAST(:names_en AS text[]), CAST(:parents AS text[]),
            CAST(:households AS integer[]), CAST(:attributes AS text[]))
         AS said (code, name_zh, name_en, parent_code, households, attributes)
JOIN grid.grids old ON old.edition_id = :before AND old.code = said.code;
