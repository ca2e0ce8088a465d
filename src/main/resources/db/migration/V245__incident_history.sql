-- What a row of an incident was before it changed, so that any past second can be shown as it stood.

CREATE TABLE incident.rows_before (
    incident_id   uuid NOT NULL,
    xact          xid8 NOT NULL,
    until         timestamptz NOT NULL,
    version       integer NOT NULL,
    state         text NOT NULL,
    tier          integer NOT NULL,
    colour        text NOT NULL,
    matter_class  text NOT NULL,
    geom          geometry(Point, 4326) NOT NULL,
    grid_code     text,
    closed_at     timestamptz,
    controlled_at timestamptz,
    next_due      timestamptz,
    parked_until  timestamptz,
    supervised    boolean NOT NULL,
    held          boolean NOT NULL,
    merged_into   uuid,
    PRIMARY KEY (incident_id, xact)
);
CREATE INDEX rows_before_geom ON incident.rows_before USING gist (geom);
CREATE INDEX rows_before_until ON incident.rows_before (incident_id, until);
COMMENT ON TABLE incident.rows_before IS 'The row of an incident as it was before each transaction that changed it, until the instant of the change by the clock of the database. Rows are only added, by the trigger; a new incident adds none.';

CREATE FUNCTION incident.keep_row_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO incident.rows_before (incident_id, xact, until, version, state, tier, colour, matter_class, geom, grid_code,
        closed_at, controlled_at, next_due, parked_until, supervised, held, merged_into)
    VALUES (OLD.id, pg_current_xact_id(), clock_timestamp(), OLD.version, OLD.state, OLD.tier, OLD.colour, OLD.matter_class,
        OLD.geom, OLD.grid_code, OLD.closed_at, OLD.controlled_at, OLD.next_due, OLD.parked_until, OLD.supervised, OLD.held,
        OLD.merged_into)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_row_before AFTER UPDATE ON incident.incidents FOR EACH ROW
    EXECUTE FUNCTION incident.keep_row_before();

-- A grid that an incident left and came back to within one edition.
CREATE TABLE incident.grids_before (
    incident_id uuid NOT NULL,
    layer       text NOT NULL,
    grid_code   text NOT NULL,
    edition     text NOT NULL,
    share       double precision NOT NULL,
    placed_at   timestamptz NOT NULL,
    replaced_at timestamptz NOT NULL
);
CREATE INDEX grids_before_incident ON incident.grids_before (incident_id);
COMMENT ON TABLE incident.grids_before IS 'An earlier stay of an incident in a grid that it lies in again. Rows are only added, by the trigger.';

CREATE FUNCTION incident.keep_stay_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO incident.grids_before (incident_id, layer, grid_code, edition, share, placed_at, replaced_at)
    VALUES (OLD.incident_id, OLD.layer, OLD.grid_code, OLD.edition, OLD.share, OLD.placed_at, OLD.replaced_at);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_stay_before AFTER UPDATE ON incident.incident_grids FOR EACH ROW
    WHEN (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS NULL)
    EXECUTE FUNCTION incident.keep_stay_before();

CREATE VIEW published.incident_cases AS
SELECT i.id, i.number, i.version, i.state, i.tier, i.colour, i.matter_class, i.category, i.description, i.channel, i.geom,
       i.grid_code, i.occurred_at, i.reported_at, i.closed_at, i.controlled_at, i.next_due, i.parked_until, i.supervised, i.held,
       i.quick_fix, i.merged_into, i.first_receiver, i.decision
FROM incident.incidents i;
COMMENT ON VIEW published.incident_cases IS 'Room incident. One row an incident as a list shows it now, with the decision at the door; no reporter. Read by replay: what stood at a past second.';

CREATE VIEW published.incident_rows_before AS
SELECT b.incident_id, b.until, b.version, b.state, b.tier, b.colour, b.matter_class, b.geom, b.grid_code, b.closed_at,
       b.controlled_at, b.next_due, b.parked_until, b.supervised, b.held, b.merged_into
FROM incident.rows_before b;
COMMENT ON VIEW published.incident_rows_before IS 'Room incident. What changes in a row of incident_cases, as it was until an instant: the row of a second is the one with the earliest until after it, else the present one. Read by replay.';

CREATE VIEW published.incident_stays AS
SELECT g.incident_id, g.layer, g.grid_code, g.edition, g.share, g.placed_at, g.replaced_at FROM incident.incident_grids g
UNION ALL
SELECT g.incident_id, g.layer, g.grid_code, g.edition, g.share, g.placed_at, g.replaced_at FROM incident.grids_before g;
COMMENT ON VIEW published.incident_stays IS 'Room incident. In which grids an incident lay from when (placed_at) until when (replaced_at; null: still). Read by replay.';

CREATE VIEW published.incident_later_decisions AS
SELECT d.id, d.incident_id, d.decided_at, d.because, d.actor, d.decision FROM incident.later_decisions d;
COMMENT ON VIEW published.incident_later_decisions IS 'Room incident. Decisions after the one at the door, in order of id. Read by replay.';

CREATE VIEW published.incident_story AS
SELECT t.id, t.incident_id, t.at, t.action, t.state, t.actor, t.note, t.detail FROM incident.timeline t;
COMMENT ON VIEW published.incident_story IS 'Room incident. Everything that happened to an incident, in order of id, with who did it and what was said. Read by replay.';
