-- Broadcasts: a notice to everyone behind the doors of an area, once each, and the receipt of who was told by what.
CREATE TABLE notice.groups (
    code       text PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 80),
    name_zh    text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en    text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    place_code text CHECK (length(place_code) <= 80),
    grid_code  text CHECK (length(grid_code) <= 40),
    active     boolean NOT NULL DEFAULT true,
    version    integer NOT NULL DEFAULT 1,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nonnulls(place_code, grid_code) = 1)
);
CREATE UNIQUE INDEX one_group_a_place ON notice.groups (place_code) WHERE active AND place_code IS NOT NULL;
CREATE UNIQUE INDEX one_group_a_grid ON notice.groups (grid_code) WHERE active AND grid_code IS NOT NULL;
COMMENT ON TABLE notice.groups IS 'The chat groups of residents: of one stairwell or building (a place), or of a grid. One group each.';

CREATE TABLE notice.broadcasts (
    id            uuid PRIMARY KEY,
    state         text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENT', 'RECALLED', 'CORRECTED')),
    version       integer NOT NULL DEFAULT 1,
    title_zh      text NOT NULL CHECK (length(title_zh) BETWEEN 1 AND 100),
    title_en      text CHECK (length(title_en) BETWEEN 1 AND 200),
    text_zh       text NOT NULL CHECK (length(text_zh) BETWEEN 1 AND 2000),
    text_en       text CHECK (length(text_en) BETWEEN 1 AND 4000),
    valid_from    timestamptz NOT NULL,
    valid_until   timestamptz NOT NULL,
    policy        text NOT NULL CHECK (policy IN ('AFFECTED', 'COMMUNITY')),
    layer         text NOT NULL,
    layer_edition uuid,
    stairwell_edition uuid,
    incident_id   uuid,
    corrects      uuid REFERENCES notice.broadcasts,
    reason        text CHECK (length(reason) <= 1000),
    created_by    text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_by       text,
    sent_at       timestamptz,
    ended_by      text,
    ended_at      timestamptz,
    CHECK (valid_from < valid_until),
    CHECK ((state = 'DRAFT') = (sent_at IS NULL)),
    CHECK ((state IN ('RECALLED', 'CORRECTED')) = (ended_at IS NOT NULL))
);
CREATE INDEX broadcasts_created ON notice.broadcasts (created_at DESC, id DESC);
CREATE INDEX broadcasts_until ON notice.broadcasts (valid_until) WHERE state <> 'DRAFT';
COMMENT ON TABLE notice.broadcasts IS 'A notice to an area. AFFECTED tells the doors inside, COMMUNITY all doors of the grids of layer that hold an affected door. reason: why it was recalled or corrected.';

CREATE TABLE notice.broadcast_areas (
    broadcast_id uuid NOT NULL REFERENCES notice.broadcasts,
    part         integer NOT NULL CHECK (part >= 0),
    grid_code    text,
    geom         geometry(MultiPolygon, 4326) NOT NULL CHECK (platform.sound_shape(geom, 100000)),
    PRIMARY KEY (broadcast_id, part)
);
COMMENT ON TABLE notice.broadcast_areas IS 'The affected area in the parts in which it was drawn or chosen; parts may overlap.';

CREATE TABLE notice.broadcast_doors (
    broadcast_id uuid NOT NULL REFERENCES notice.broadcasts,
    door         text NOT NULL,
    kind         text NOT NULL,
    name_zh      text NOT NULL,
    name_en      text NOT NULL,
    households   integer,
    affected     boolean NOT NULL,
    group_code   text,
    board_code   text,
    PRIMARY KEY (broadcast_id, door)
);
COMMENT ON TABLE notice.broadcast_doors IS 'Each door that a broadcast is for, once, and how it is told: by its group, the board beside it, both, or by nothing. Frozen when it is sent.';

CREATE TABLE notice.deliveries (
    broadcast_id uuid NOT NULL REFERENCES notice.broadcasts,
    channel      text NOT NULL CHECK (channel IN ('GROUP', 'BOARD')),
    code         text NOT NULL,
    name_zh      text NOT NULL,
    name_en      text NOT NULL,
    doors        integer NOT NULL,
    households   integer NOT NULL,
    affected     boolean NOT NULL,
    delivered_at timestamptz,
    delivered_by text,
    PRIMARY KEY (broadcast_id, channel, code)
);
CREATE INDEX deliveries_board ON notice.deliveries (code) WHERE channel = 'BOARD';
COMMENT ON TABLE notice.deliveries IS 'The channels of a broadcast, each once: a board shows it from the moment it is sent, in a group somebody posts it and says so. A door counts with its group, or with its board where it has no group.';
