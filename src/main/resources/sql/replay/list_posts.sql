-- Purpose: the posts of the teams of some grids that were named at some time of a window, as known at its end
-- Parameters: layers, codes (arrays of one length); since, until
-- Output: layer, grid_code, role, label_zh, label_en, unit
-- Index: none; the roster is read as a whole
SELECT DISTINCT p.layer, p.grid_code, p.role, p.label_zh, p.label_en, p.unit
FROM published.roster_posts p
JOIN unnest(CAST(:layers AS text[]), CAST(:codes AS text[])) AS g (layer, code) ON g.layer = p.layer AND g.code = p.grid_code
WHERE p.valid && tstzrange(CAST(:since AS timestamptz), CAST(:until AS timestamptz), '[]')
  AND p.known @> greatest(CAST(:until AS timestamptz),
                          (SELECT min(lower(f.known)) FROM published.roster_posts f WHERE lower(f.known) > '-infinity'))
ORDER BY p.layer, p.grid_code, p.role, p.label_zh
