-- An order lies where its incident lies; one that is held, at its own point or at one of the places that it may mean. What says
-- nothing of the kind may lie anywhere.
CREATE FUNCTION intake.lies_on(o intake.orders, ground geometry) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT CASE
    WHEN ground IS NULL THEN true
    WHEN o.incident_id IS NOT NULL
        THEN EXISTS (SELECT FROM published.incident_points p WHERE p.id = o.incident_id AND ST_Intersects(p.geom, ground))
    WHEN jsonb_typeof(o.content -> 'lon') = 'number' AND jsonb_typeof(o.content -> 'lat') = 'number'
        THEN ST_Intersects(
            ST_SetSRID(ST_MakePoint((o.content ->> 'lon')::double precision, (o.content ->> 'lat')::double precision), 4326), ground)
    WHEN jsonb_path_exists(o.reason, '$.choices[*].lon')
        THEN EXISTS (SELECT
                     FROM jsonb_path_query(o.reason, '$.choices[*]') AS one(choice)
                     WHERE ST_Intersects(
                         ST_SetSRID(
                             ST_MakePoint((choice ->> 'lon')::double precision, (choice ->> 'lat')::double precision), 4326),
                         ground))
    ELSE true
END
$$;
COMMENT ON FUNCTION intake.lies_on IS 'Whether an order lies, or may lie, on a ground; null: everywhere.';
