-- Stores what the borders of a layer leave now.
-- Parameters: layer, edition, parent_edition (or null), streets, region, region_m2, owned_m2, gap_m2, overlap_m2, took_s, now.
-- Output: id, one row. Index: none read.
INSERT INTO border.scans (layer, edition, parent_edition, streets, region, region_m2, owned_m2, gap_m2, overlap_m2, took_s, known)
VALUES (:layer, :edition, :parent_edition, :streets, :region, :region_m2, :owned_m2, :gap_m2, :overlap_m2, :took_s,
        tstzrange(:now, NULL))
RETURNING id
