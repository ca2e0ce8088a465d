-- Purpose: codes of the edition in force at a time that had ended before: an earlier edition held them, a later one did not
-- Parameters: layer, at, known (infinity: now)
-- Output: code, ended_at (start of the first edition without it), same_ground (whether it has its old shape again)
-- Index relied on: one_edition_at_a_time, primary key of grid.grids
WITH periods AS (
    -- the drawings of the layer as the register knew them
    SELECT edition_id, lower(valid) AS starts FROM grid.edition_periods
    WHERE layer = :layer AND known @> CAST(:known AS timestamptz) AND lower(valid) <= :at
),
present AS (
    SELECT edition_id, starts FROM periods ORDER BY starts DESC LIMIT 1
),
held AS (
    -- where each code of the present drawing was held before, and whether on the same ground
    SELECT now.code, p.starts, ST_Equals(now.geom, g.geom) AS same
    FROM present JOIN grid.grids now ON now.edition_id = present.edition_id
    JOIN periods p ON p.starts < present.starts
    JOIN grid.grids g ON g.edition_id = p.edition_id AND g.code = now.code
),
broken AS (
    -- an edition between the first that held it and the present one did not
    SELECT h.code, min(p.starts) AS ended_at
    FROM (SELECT code, min(starts) AS first FROM held GROUP BY code) h
    JOIN periods p ON p.starts > h.first AND p.edition_id <> (SELECT edition_id FROM present)
    WHERE NOT EXISTS (SELECT 1 FROM grid.grids g WHERE g.edition_id = p.edition_id AND g.code = h.code)
    GROUP BY h.code
)
SELECT b.code, b.ended_at,
       (SELECT h.same FROM held h WHERE h.code = b.code AND h.starts < b.ended_at ORDER BY h.starts DESC LIMIT 1) AS same_ground
FROM broken b
ORDER BY b.code;
