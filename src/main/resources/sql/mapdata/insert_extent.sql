-- Says what the base map covers. Parameters: names, source, box in degrees. Output: none. Index relied on: none.
INSERT INTO mapdata.extent (name_zh, name_en, synthetic, source, west, south, east, north)
VALUES (:name_zh, :name_en, true, :source, :west, :south, :east, :north)
