-- Stores a report whole: the incident, the grids that hold it, the first entries of its timeline.
-- Parameters, in order: id, number, state, tier, category, colour, description, channel, lon, lat, location (JSON text),
-- occurred_at, reported_at, next_due, grid_code, reporter_name, reporter_phone, first_receiver, decision (JSON text);
-- layers, grid codes, editions and shares of the grids; actions, states and actors of the timeline.
-- Output: none that is read. Index: none read.
WITH reported AS (
    INSERT INTO incident.incidents (id, number, state, tier, category, colour, description, channel, geom, location,
        occurred_at, reported_at, next_due, grid_code, reporter_name, reporter_phone, first_receiver, decision)
    VALUES (?::uuid, ?::text, ?::text, ?::integer, ?::text, ?::text, ?::text, ?::text,
        ST_SetSRID(ST_MakePoint(?::float8, ?::float8), 4326), ?::jsonb,
        ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::jsonb)
    RETURNING id, reported_at
),
-- one row a grid
placed AS (
    INSERT INTO incident.incident_grids (incident_id, layer, grid_code, edition, share, placed_at)
    SELECT r.id, g.layer, g.grid_code, g.edition, g.share, r.reported_at
    FROM reported r, unnest(?::text[], ?::text[], ?::text[], ?::float8[]) AS g (layer, grid_code, edition, share)
)
INSERT INTO incident.timeline (incident_id, at, action, state, actor)
SELECT r.id, r.reported_at, t.action, t.state, t.actor
FROM reported r, unnest(?::text[], ?::text[], ?::text[]) AS t (action, state, actor)
