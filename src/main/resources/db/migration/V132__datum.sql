-- What the datum guard knows of each source of positions: a watch for every datum that it names.

CREATE SCHEMA datum;

CREATE TABLE datum.sources (
    source        text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
    tag           text NOT NULL,
    verdict       text NOT NULL CHECK (verdict IN ('OK', 'SUSPECT', 'TOO_FEW')),
    doubt         text,
    east_m        double precision,
    north_m       double precision,
    score         double precision NOT NULL DEFAULT 0,
    reports       bigint NOT NULL,
    spots         integer NOT NULL,
    state         jsonb NOT NULL,
    first_seen    timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen     timestamptz NOT NULL DEFAULT clock_timestamp(),
    suspect_since timestamptz,
    PRIMARY KEY (source, tag),
    CHECK ((verdict = 'SUSPECT') = (suspect_since IS NOT NULL))
);
COMMENT ON TABLE datum.sources IS 'One row a source and the datum it names. doubt is what its positions fit instead (null with SUSPECT: a constant offset); state is what the watch goes on from.';
