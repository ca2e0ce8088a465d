-- Purpose: places whose code, Chinese name, Latin name or address is exactly a text.
-- Parameters: text. Output: code, name_zh, name_en, lon, lat, the best kind of match first; at most 20 rows.
-- Index: places_pkey, places_address_idx, places_name_zh_idx, places_name_en_idx.
-- ranked: the match with the greatest weight wins; a name shared by places of one code match is not ambiguous.
WITH ranked AS (
    SELECT code, name_zh, name_en, geom,
           CASE WHEN code = :text THEN 1 WHEN address = :text THEN 2 ELSE 3 END AS rank
    FROM place.places
    WHERE code = :text OR address = :text OR name_zh = :text OR name_en = :text
)
SELECT code, name_zh, name_en, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM ranked
WHERE rank = (SELECT min(rank) FROM ranked)
ORDER BY code
LIMIT 20
