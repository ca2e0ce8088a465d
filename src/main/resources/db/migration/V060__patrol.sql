-- Room patrol: the units that walk the grids, where they are and where they went.
CREATE SCHEMA IF NOT EXISTS patrol;

CREATE TABLE patrol.units (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 80),
    name_zh    text NOT NULL CHECK (length(name_zh) <= 200),
    name_en    text NOT NULL CHECK (length(name_en) <= 200),
    grid_code  text CHECK (length(grid_code) <= 40),
    kind       text NOT NULL CHECK (kind IN ('foot', 'bicycle', 'vehicle', 'vessel', 'other')),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX units_grid_code_idx ON patrol.units (grid_code, code);
COMMENT ON TABLE patrol.units IS 'Patrol units: one or two people, or a vehicle or vessel, that send one track.';

CREATE TABLE patrol.track_points (
    unit_id    integer NOT NULL,
    t          timestamptz NOT NULL,
    geom       geometry(Point, 4326) NOT NULL CHECK (platform.sound_shape(geom, 1)),
    accuracy_m real CHECK (accuracy_m >= 0),
    speed_mps  real CHECK (speed_mps >= 0),
    grid_code  text,
    CONSTRAINT track_points_key UNIQUE (unit_id, t)
) PARTITION BY RANGE (t);
CREATE INDEX track_points_t_brin ON patrol.track_points USING brin (t);
COMMENT ON TABLE patrol.track_points IS
    'One row a unit and instant, in one partition a UTC day; grid_code is the micro-grid that held the fix at its time. '
    'Days are made by patrol.ensure_day. No foreign key to units: the check would cost more than the row.';

CREATE TABLE patrol.positions (
    unit_id    integer PRIMARY KEY REFERENCES patrol.units (id) ON DELETE CASCADE,
    t          timestamptz NOT NULL,
    geom       geometry(Point, 4326) NOT NULL CHECK (platform.sound_shape(geom, 1)),
    accuracy_m real,
    speed_mps  real,
    grid_code  text
);
CREATE INDEX positions_geom_gist ON patrol.positions USING gist (geom);
COMMENT ON TABLE patrol.positions IS 'The newest fix of each unit; it never goes back in time.';

-- Makes the partition of one UTC day if it is missing. Safe when many sessions ask for the same day: they queue on the lock
-- that ATTACH takes anyway, which lets inserts and queries go on. (An advisory lock would not do: only a lock on a table
-- makes a session see the tables that others made while it waited.)
CREATE FUNCTION patrol.ensure_day(day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    partition_name text := 'track_points_' || to_char(day, 'YYYYMMDD');
    first_moment timestamptz := day::timestamp AT TIME ZONE 'UTC';
    end_moment timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
    IF to_regclass('patrol.' || partition_name) IS NOT NULL THEN
        RETURN;
    END IF;
    LOCK TABLE ONLY patrol.track_points IN SHARE UPDATE EXCLUSIVE MODE;
    IF to_regclass('patrol.' || partition_name) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format(
        'CREATE TABLE patrol.%I (LIKE patrol.track_points INCLUDING ALL, CHECK (t >= %L AND t < %L))',
        partition_name, first_moment, end_moment);
    EXECUTE format(
        'ALTER TABLE patrol.track_points ATTACH PARTITION patrol.%I FOR VALUES FROM (%L) TO (%L)',
        partition_name, first_moment, end_moment);
END
$$;
COMMENT ON FUNCTION patrol.ensure_day(date) IS 'Makes the track partition of a UTC day if it is missing.';
