-- Stores the grids that hold incidents.
-- Parameters, each an array with one value a row: incident_id, layer, grid_code, edition, share, placed_at.
-- Output: none that is read. Index: none read.
INSERT INTO incident.incident_grids (incident_id, layer, grid_code, edition, share, placed_at)
SELECT r.incident_id, r.layer, r.grid_code, r.edition, r.share, r.placed_at
FROM unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::float8[], ?::text[]::timestamptz[])
    AS r (incident_id, layer, grid_code, edition, share, placed_at)
