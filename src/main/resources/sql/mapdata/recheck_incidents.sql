-- Purpose: the recorded grids of incidents, layer by layer and edition by edition, beside those that hold the spot
-- Parameters: none
-- Output: number, layer, edition, recorded codes and codes that hold the spot, both sorted; only rows without an error disc
-- Index relied on: grids_geom of grid.grids; reads every incident
SELECT r.number, r.layer, r.edition, r.recorded, held.codes
FROM (
    SELECT h.incident_id, h.number, h.geom, h.layer, h.edition,
           array_agg(h.grid_code ORDER BY h.grid_code COLLATE "C") AS recorded
    FROM published.incident_grids h
    GROUP BY h.incident_id, h.number, h.geom, h.layer, h.edition
    HAVING max(h.accuracy_m) = 0 AND min(h.share) = 1) r
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = r.edition::uuid AND ST_Covers(g.geom, r.geom)) held ON true
ORDER BY r.number, r.layer, r.edition
