-- Room evidence: photos (files beside the database), and how well claims of being somewhere agree with the track.
CREATE SCHEMA evidence;

CREATE TABLE evidence.signing_keys (
    id         smallint PRIMARY KEY CHECK (id = 1),
    secret     bytea NOT NULL CHECK (octet_length(secret) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE evidence.signing_keys IS 'The key that signs tickets: with one a resident may add photos to the own report for two hours.';

CREATE TABLE evidence.photos (
    id              uuid PRIMARY KEY,
    incident_id     uuid,
    held_id         uuid,
    purpose         text NOT NULL CHECK (purpose IN ('REPORT', 'BEFORE', 'AFTER', 'PROOF')),
    state           text NOT NULL CHECK (state IN ('PENDING', 'STORED')),
    bytes           integer CHECK (bytes > 0),
    width           integer,
    height          integer,
    sha256          text,
    added_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    added_by        text NOT NULL,
    taken_at        timestamptz,
    lon             double precision,
    lat             double precision,
    accuracy_m      double precision,
    distance_m      double precision,
    far             boolean NOT NULL DEFAULT false,
    threshold_m     double precision,
    CHECK ((incident_id IS NULL) <> (held_id IS NULL)),
    CHECK ((state = 'STORED') = (sha256 IS NOT NULL)),
    CHECK ((lon IS NULL) = (lat IS NULL))
);
CREATE INDEX photos_incident ON evidence.photos (incident_id, id);
CREATE INDEX photos_held ON evidence.photos (held_id) WHERE held_id IS NOT NULL;
COMMENT ON TABLE evidence.photos IS 'One row a photo, of an incident or of a report that is held. STORED: the file <id>.jpg is on disk (written before the row). PENDING: announced, not kept because the disk was full; it is waited for. lon, lat, taken_at are what the sender claims; distance_m to the place of the incident, far: more than threshold_m.';

CREATE TABLE evidence.photo_metadata (
    photo_id uuid PRIMARY KEY REFERENCES evidence.photos ON DELETE CASCADE,
    taken_at text,
    lon      double precision,
    lat      double precision
);
COMMENT ON TABLE evidence.photo_metadata IS 'Time (local, as the camera wrote it) and place that stood in the file before it was made anew without them; shown to dispatchers only.';

CREATE TABLE evidence.nearness (
    category text PRIMARY KEY,
    meters   double precision NOT NULL CHECK (meters BETWEEN 10 AND 20000)
);
COMMENT ON TABLE evidence.nearness IS 'How far from the place of an incident of a category its evidence may be taken before it is flagged; all others 150 m.';
INSERT INTO evidence.nearness (category, meters) VALUES
    ('flooding', 500), ('dirty_water', 500), ('power_failure', 500), ('greenery_obstruction', 300), ('road_damage', 300),
    ('zombie_vehicle', 300), ('vessel_accident', 3000), ('lift', 60), ('neighbour_dispute', 100);

CREATE TABLE evidence.claims (
    id           uuid PRIMARY KEY,
    incident_id  uuid NOT NULL,
    action       text NOT NULL,
    actor        text NOT NULL,
    unit         text,
    acted_at     timestamptz NOT NULL,
    claimed_at   timestamptz NOT NULL,
    lon          double precision NOT NULL,
    lat          double precision NOT NULL,
    accuracy_m   double precision NOT NULL,
    place_of     text NOT NULL CHECK (place_of IN ('CLAIM', 'INCIDENT')),
    stale        boolean NOT NULL DEFAULT true,
    verdict      text CHECK (verdict IN ('PROVED', 'PLAUSIBLE', 'NOT_SUPPORTED', 'NO_TRACK')),
    reason       text,
    figures      jsonb,
    parameters   jsonb,
    judged_at    timestamptz,
    judgements   integer NOT NULL DEFAULT 0
);
CREATE INDEX claims_incident ON evidence.claims (incident_id, acted_at);
CREATE INDEX claims_unit ON evidence.claims (unit, claimed_at);
CREATE INDEX claims_stale ON evidence.claims (acted_at) WHERE stale;
COMMENT ON TABLE evidence.claims IS 'That somebody arrived or finished at a place and time, as judged by the own track of the unit (docs/presence.md). stale: to be judged (again), because it is new or fixes near its time came later.';

CREATE TABLE evidence.holds (
    id          uuid PRIMARY KEY,
    incident_id uuid NOT NULL,
    actor       text NOT NULL,
    unit        text,
    since       timestamptz NOT NULL,
    until       timestamptz,
    ended_by    text,
    note        text
);
CREATE UNIQUE INDEX holds_open ON evidence.holds (incident_id) WHERE until IS NULL;
CREATE INDEX holds_actor ON evidence.holds (actor) WHERE until IS NULL;
COMMENT ON TABLE evidence.holds IS 'Somebody stays at a danger until another person confirms that it is over.';
