-- Room campaign: work on many things at once, in stages: 439 flats, 92 charging points, 80 cars, 6 cameras.
CREATE SCHEMA campaign;

CREATE TABLE campaign.templates (
    code    text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{1,62}$'),
    version integer NOT NULL CHECK (version > 0),
    spec    jsonb NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (code, version)
);
COMMENT ON TABLE campaign.templates IS 'Kinds of campaign in versions; the highest is used for new ones. spec: stages, states with what they lead to, typed result fields, a plan of visits.';

CREATE TABLE campaign.campaigns (
    id               uuid PRIMARY KEY,
    template         text NOT NULL,
    template_version integer NOT NULL,
    name_zh          text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en          text CHECK (length(name_en) BETWEEN 1 AND 200),
    due              timestamptz,
    kpi              jsonb,
    version          integer NOT NULL DEFAULT 1,
    created_by       text NOT NULL,
    created_at       timestamptz NOT NULL,
    FOREIGN KEY (template, template_version) REFERENCES campaign.templates
);
COMMENT ON TABLE campaign.campaigns IS 'One row a campaign or project. kpi: which incidents near its items are counted, before and after, and the change that is wanted.';

CREATE TABLE campaign.links (
    campaign_id uuid NOT NULL REFERENCES campaign.campaigns,
    kind        text NOT NULL CHECK (kind IN ('INCIDENT', 'WHISTLE', 'MEETING')),
    ref         uuid NOT NULL,
    linked_by   text NOT NULL,
    linked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (campaign_id, kind, ref)
);
CREATE INDEX links_ref ON campaign.links (ref);
COMMENT ON TABLE campaign.links IS 'What a campaign came from or called for: incidents, whistles, records of meetings.';

CREATE TABLE campaign.items (
    id           uuid PRIMARY KEY,
    campaign_id  uuid NOT NULL REFERENCES campaign.campaigns,
    ordinal      integer NOT NULL,
    ref          text NOT NULL CHECK (length(ref) BETWEEN 1 AND 200),
    geom         geometry(Geometry, 4326) NOT NULL CHECK (platform.sound_shape(geom, 10000)),
    state        text NOT NULL,
    results      jsonb NOT NULL DEFAULT '{}',
    rights_until timestamptz,
    place_code   text,
    version      integer NOT NULL DEFAULT 1,
    changed_at   timestamptz NOT NULL,
    UNIQUE (campaign_id, ref),
    UNIQUE (campaign_id, ordinal)
);
CREATE INDEX items_geom ON campaign.items USING gist (geom);
CREATE INDEX items_state ON campaign.items (campaign_id, state);
COMMENT ON TABLE campaign.items IS 'The things of a campaign: points or polygons with a name of their own in it. rights_until: until then an owner may claim the thing.';

CREATE TABLE campaign.moves (
    item_id uuid NOT NULL REFERENCES campaign.items,
    at      timestamptz NOT NULL,
    was     text NOT NULL,
    state   text NOT NULL,
    results jsonb NOT NULL,
    actor   text NOT NULL,
    note    text CHECK (length(note) <= 1000),
    visits_before integer NOT NULL,
    PRIMARY KEY (item_id, at)
);
COMMENT ON TABLE campaign.moves IS 'What was done with each thing, in order; rows are only added.';

CREATE TABLE campaign.visits (
    id        uuid PRIMARY KEY,
    item_id   uuid NOT NULL REFERENCES campaign.items,
    ordinal   integer NOT NULL,
    part      text NOT NULL CHECK (part IN ('DAY', 'NIGHT')),
    due_from  timestamptz NOT NULL,
    due_until timestamptz NOT NULL CHECK (due_until > due_from),
    done_at   timestamptz,
    done_by   text,
    fine      boolean,
    finding   text CHECK (length(finding) <= 1000),
    UNIQUE (item_id, ordinal),
    CHECK ((done_at IS NULL) = (fine IS NULL) AND (done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX visits_due ON campaign.visits (due_from) WHERE done_at IS NULL;
COMMENT ON TABLE campaign.visits IS 'Checks of a thing by day and by night (三白三晚). fine: nothing was wrong.';

CREATE VIEW published.campaign_items AS
SELECT i.id, i.campaign_id, c.template, i.ref, i.state, i.changed_at, i.geom
FROM campaign.items i
JOIN campaign.campaigns c ON c.id = i.campaign_id;
COMMENT ON VIEW published.campaign_items IS 'Room campaign. One row a thing that a campaign works on: where it is and how far. No persons.';

INSERT INTO campaign.templates (code, version, spec, made_by) VALUES
('group_rental', 1, '{
  "nameZh": "群租整治四步法", "nameEn": "Group rentals in four steps",
  "stages": [
    {"code": "FILES", "nameZh": "一户一档", "nameEn": "A file for each home"},
    {"code": "PERSUASION", "nameZh": "法理劝导", "nameEn": "Legal persuasion"},
    {"code": "ENFORCEMENT", "nameZh": "联合执法", "nameEn": "Joint enforcement"},
    {"code": "PATROL", "nameZh": "长效巡查", "nameEn": "Lasting patrol"}],
  "states": [
    {"code": "LISTED", "stage": "FILES", "to": ["FILED"]},
    {"code": "FILED", "stage": "PERSUASION", "to": ["CORRECTED", "SUMMONED"]},
    {"code": "SUMMONED", "stage": "ENFORCEMENT", "to": ["ENFORCED"]},
    {"code": "ENFORCED", "stage": "ENFORCEMENT", "to": ["CORRECTED"]},
    {"code": "CORRECTED", "stage": "PATROL", "visits": true, "to": ["CLOSED", "SUMMONED"]},
    {"code": "CLOSED", "stage": "PATROL", "closed": true, "needsVisits": true, "to": []}],
  "fields": [
    {"name": "partitions", "type": "INTEGER", "nameZh": "拆除隔断", "nameEn": "Partitions removed"},
    {"name": "beds", "type": "INTEGER", "nameZh": "清理床位", "nameEn": "Beds cleared"},
    {"name": "fineYuan", "type": "NUMBER", "nameZh": "罚款（元）", "nameEn": "Fine, yuan"}],
  "visits": {"day": 3, "night": 3, "everyDays": 3}}', 'system'),
('charging_points', 1, '{
  "nameZh": "充电设施补点", "nameEn": "Charging points",
  "stages": [{"code": "PLAN", "nameZh": "规划", "nameEn": "Plan"}, {"code": "BUILD", "nameZh": "建设", "nameEn": "Build"}],
  "states": [
    {"code": "PLANNED", "stage": "PLAN", "to": ["AGREED", "DROPPED"]},
    {"code": "AGREED", "stage": "BUILD", "to": ["BUILT", "DROPPED"]},
    {"code": "BUILT", "stage": "BUILD", "closed": true, "makesPlace": "charging-pile", "to": []},
    {"code": "DROPPED", "stage": "PLAN", "closed": true, "to": []}],
  "fields": [{"name": "ports", "type": "INTEGER", "nameZh": "充电口", "nameEn": "Ports"}]}', 'system'),
('rider_parking', 1, '{
  "nameZh": "骑手停车区", "nameEn": "Parking for riders",
  "stages": [{"code": "PLAN", "nameZh": "规划", "nameEn": "Plan"}, {"code": "BUILD", "nameZh": "建设", "nameEn": "Build"}],
  "states": [
    {"code": "PLANNED", "stage": "PLAN", "to": ["AGREED", "DROPPED"]},
    {"code": "AGREED", "stage": "BUILD", "to": ["OPEN", "DROPPED"]},
    {"code": "OPEN", "stage": "BUILD", "closed": true, "to": []},
    {"code": "DROPPED", "stage": "PLAN", "closed": true, "to": []}],
  "fields": [{"name": "bays", "type": "INTEGER", "nameZh": "车位", "nameEn": "Bays"}]}', 'system'),
('vehicle_clearance', 1, '{
  "nameZh": "僵尸车清理", "nameEn": "Clearing abandoned vehicles",
  "stages": [
    {"code": "NOTICE", "nameZh": "登记告知", "nameEn": "Notice"},
    {"code": "STORAGE", "nameZh": "集中存放", "nameEn": "Storage"},
    {"code": "CLEARANCE", "nameZh": "联合清理", "nameEn": "Clearance"}],
  "states": [
    {"code": "NOTIFIED", "stage": "NOTICE", "rightsDays": 15, "to": ["CLAIMED", "STORED"]},
    {"code": "CLAIMED", "stage": "NOTICE", "closed": true, "to": []},
    {"code": "STORED", "stage": "STORAGE", "to": ["CLAIMED", "CLEARED"]},
    {"code": "CLEARED", "stage": "CLEARANCE", "closed": true, "needsRights": true, "to": []}],
  "fields": [
    {"name": "kind", "type": "TEXT", "nameZh": "车型", "nameEn": "Kind"},
    {"name": "ownerAgreed", "type": "FLAG", "nameZh": "车主同意", "nameEn": "The owner agreed"}]}', 'system'),
('camera_points', 1, '{
  "nameZh": "高空抛物监控点位", "nameEn": "Cameras against falling objects",
  "stages": [{"code": "PLAN", "nameZh": "定点", "nameEn": "Plan"}, {"code": "BUILD", "nameZh": "安装", "nameEn": "Install"}],
  "states": [
    {"code": "PLANNED", "stage": "PLAN", "to": ["INSTALLED"]},
    {"code": "INSTALLED", "stage": "BUILD", "closed": true, "makesPlace": "camera", "to": []}],
  "fields": []}', 'system');
