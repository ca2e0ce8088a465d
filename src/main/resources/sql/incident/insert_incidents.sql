-- Stores reports.
-- Parameters, each an array with one value a row: id, number, state, tier, category, colour, description, channel, lon, lat,
-- location (JSON text), occurred_at, reported_at, next_due, grid_code, reporter_name, reporter_phone, first_receiver,
-- decision (JSON text), tracking_code, matter_class, answers (JSON text), category_version, segment (GeoJSON text),
-- external_source, external_number.
-- Output: none that is read. Index: none read.
INSERT INTO incident.incidents (id, number, state, tier, category, colour, description, channel, geom, location,
    occurred_at, reported_at, next_due, grid_code, reporter_name, reporter_phone, first_receiver, decision,
    tracking_code, matter_class, answers, category_version, segment, external_source, external_number)
SELECT r.id, r.number, r.state, r.tier, r.category, r.colour, r.description, r.channel,
       ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326), r.location::jsonb,
       r.occurred_at, r.reported_at, r.next_due, r.grid_code, r.reporter_name, r.reporter_phone, r.first_receiver,
       r.decision::jsonb, r.tracking_code, r.matter_class, r.answers::jsonb, r.category_version,
       ST_GeomFromGeoJSON(r.segment), r.external_source, r.external_number
FROM unnest(?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[]::float8[], ?::text[]::float8[], ?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[],
        ?::text[]::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[]::integer[], ?::text[], ?::text[], ?::text[])
    AS r (id, number, state, tier, category, colour, description, channel, lon, lat, location, occurred_at, reported_at,
        next_due, grid_code, reporter_name, reporter_phone, first_receiver, decision, tracking_code, matter_class, answers,
        category_version, segment, external_source, external_number)
