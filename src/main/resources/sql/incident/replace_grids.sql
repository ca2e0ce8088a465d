-- Adds the grids of a new edition of one layer to an incident and marks those of the edition before as replaced.
-- Parameters, in order: incident_id, layer, at; grid codes, editions, shares; home grid; state. Index: incident_grids_pkey.
WITH given AS (
    SELECT ?::uuid AS incident_id, ?::text AS layer, ?::timestamptz AS at
),
before AS (
    UPDATE incident.incident_grids g SET replaced_at = given.at
    FROM given
    WHERE g.incident_id = given.incident_id AND g.layer = given.layer AND g.replaced_at IS NULL
),
after AS (
    INSERT INTO incident.incident_grids (incident_id, layer, grid_code, edition, share, placed_at)
    SELECT given.incident_id, given.layer, g.grid_code, g.edition, g.share, given.at
    FROM given, unnest(?::text[], ?::text[], ?::float8[]) AS g (grid_code, edition, share)
    ON CONFLICT (incident_id, layer, edition, grid_code)
        DO UPDATE SET replaced_at = NULL, placed_at = excluded.placed_at
)
UPDATE incident.incidents i SET version = version + 1, grid_code = ?::text, state = ?::text
FROM given
WHERE i.id = given.incident_id
