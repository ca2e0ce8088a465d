-- Purpose: every version of one grid code, in every layer, as known at a time
-- Parameters: code, known_at (or null: now)
-- Output: layer, edition_id, label, names, parent, households, area_m2, both periods (ends null where open)
-- Index relied on: grids_code, edition_periods_edition
SELECT p.layer, p.edition_id, e.label, g.name_zh, g.name_en, g.parent_code, g.households, g.area_m2,
       lower(p.valid) AS valid_from, upper(p.valid) AS valid_until,
       lower(p.known) AS known_from, upper(p.known) AS known_until
FROM grid.grids g
JOIN grid.editions e ON e.id = g.edition_id
JOIN grid.edition_periods p ON p.edition_id = g.edition_id
WHERE g.code = :code
  AND CASE WHEN CAST(:known_at AS timestamptz) IS NULL THEN upper_inf(p.known)
           ELSE p.known @> CAST(:known_at AS timestamptz) END
ORDER BY p.layer, lower(p.valid);
