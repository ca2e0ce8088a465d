-- Every scan of every layer, the earliest first.
-- Parameters: none. Output: id, layer, edition, parent_edition, streets, region, region_m2, owned_m2, gap_m2, overlap_m2,
--   took_s, since, until (null: still stands). Index: none (one row a change of borders).
SELECT id, layer, edition, parent_edition, streets, region, region_m2, owned_m2, gap_m2, overlap_m2, took_s,
       lower(known) AS since, upper(known) AS until
FROM border.scans
ORDER BY id
