-- Moves an incident to a spot: marks the grids it no longer lies in as replaced and adds those it lies in. Its version and state
-- change with the action that moves it.
-- Parameters, in order: incident_id, at; layers, grid codes, editions, shares; lon, lat; home grid. Index: incident_grids_pkey.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::timestamptz AS at
),
after AS (
    SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::float8[]) AS g (layer, grid_code, edition, share)
),
left_out AS (
    UPDATE incident.incident_grids g SET replaced_at = given.at
    FROM given
    WHERE g.incident_id = given.incident_id AND g.replaced_at IS NULL
      AND NOT EXISTS (SELECT FROM after a
                      WHERE a.layer = g.layer AND a.grid_code = g.grid_code AND a.edition = g.edition)
),
added AS (
    INSERT INTO incident.incident_grids (incident_id, layer, grid_code, edition, share, placed_at)
    SELECT given.incident_id, a.layer, a.grid_code, a.edition, a.share, given.at
    FROM given, after a
    ON CONFLICT (incident_id, layer, edition, grid_code)
        DO UPDATE SET replaced_at = NULL, placed_at = excluded.placed_at
        WHERE incident_grids.replaced_at IS NOT NULL
)
UPDATE incident.incidents i SET geom = ST_SetSRID(ST_MakePoint(?::float8, ?::float8), 4326), grid_code = ?::text
FROM given
WHERE i.id = given.incident_id
