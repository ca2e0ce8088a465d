-- What every room stands on: the jurisdiction's box, the shape checks, the outbox, stored answers of repeated requests.

CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

CREATE TABLE platform.settings (
    name       text PRIMARY KEY,
    value      jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE platform.settings IS 'Facts about this installation: the jurisdiction, the seed of the demo city.';

-- The jurisdiction's box in lon/lat. The server replaces this function when the jurisdiction is set; as a constant
-- it can stand in CHECK constraints. Until then it is the whole world.
CREATE FUNCTION platform.jurisdiction_box() RETURNS geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN public.ST_MakeEnvelope(-180, -90, 180, 90, 4326);

-- Every stored shape is valid, not empty, small enough and inside the jurisdiction's box. The box test comes first:
-- it is cheap and catches NaN, infinity and metres in a degree field.
CREATE FUNCTION platform.sound_shape(shape geometry, max_points integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN shape IS NULL OR (
        public.ST_NPoints(shape) <= max_points
        AND NOT public.ST_IsEmpty(shape)
        AND public.ST_CoveredBy(public.ST_Envelope(shape), platform.jurisdiction_box())
        AND public.ST_IsValid(shape));

CREATE TABLE platform.outbox (
    id      bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    type    text NOT NULL,
    subject text NOT NULL,
    payload jsonb NOT NULL
);
COMMENT ON TABLE platform.outbox IS 'What happened, written in the transaction that did it; the console room moves it to the stream.';

CREATE TABLE platform.idempotency_keys (
    actor       text NOT NULL,
    key         text NOT NULL,
    request     bytea NOT NULL,
    status      smallint NOT NULL,
    location    text,
    etag        text,
    body        jsonb,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_created_at ON platform.idempotency_keys USING brin (created_at);
COMMENT ON TABLE platform.idempotency_keys IS 'The stored answer of each request that carried an Idempotency-Key; request is the SHA-256 of path and body.';

CREATE FUNCTION platform.set_jurisdiction(
    west double precision, south double precision, east double precision, north double precision, box text)
    RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE OR REPLACE FUNCTION platform.jurisdiction_box() RETURNS geometry
             LANGUAGE sql IMMUTABLE PARALLEL SAFE
             RETURN public.ST_MakeEnvelope(%s, %s, %s, %s, 4326)', west, south, east, north);
    INSERT INTO platform.settings (name, value)
    VALUES ('jurisdiction', jsonb_build_object('box', box))
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = clock_timestamp();
    RETURN box;
END $$;
