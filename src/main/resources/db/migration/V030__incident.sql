-- The life of an incident: what was reported, where it lies in the grids of its own time, what was done about it.

CREATE SCHEMA incident;

CREATE TABLE incident.categories (
    code         text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,62}$'),
    parent       text REFERENCES incident.categories,
    class_code   text NOT NULL CHECK (class_code ~ '^[0-9]{2}([0-9]{2})?$'),
    class_scheme text NOT NULL CHECK (class_scheme IN ('CJ/T 214', 'extension')),
    name_zh      text NOT NULL,
    name_en      text NOT NULL,
    tier         smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
    colour       text NOT NULL CHECK (colour IN ('RED', 'YELLOW', 'GREEN')),
    ordinal      integer NOT NULL
);
COMMENT ON TABLE incident.categories IS 'What an incident can be. class_code is the event class (major, or major and minor) of CJ/T 214; words the standard lacks sit in its extension class 06. tier and colour are the default triage.';

CREATE SEQUENCE incident.number_blocks;
COMMENT ON SEQUENCE incident.number_blocks IS 'Each value stands for 100 incident numbers; a server takes a block at a time. Numbers are unique, not free of holes.';

CREATE TABLE incident.incidents (
    id             uuid PRIMARY KEY,
    number         text NOT NULL UNIQUE,
    state          text NOT NULL CHECK (state IN ('REPORTED', 'DISPATCHED', 'ACCEPTED', 'ARRIVED', 'FINISHED', 'CLOSED')),
    tier           integer NOT NULL CHECK (tier BETWEEN 1 AND 3),
    version        integer NOT NULL DEFAULT 1,
    category       text NOT NULL REFERENCES incident.categories,
    colour         text NOT NULL,
    description    text NOT NULL CHECK (length(description) <= 4000),
    channel        text NOT NULL,
    geom           geometry(Point, 4326) NOT NULL CHECK (platform.sound_shape(geom, 1)),
    location       jsonb NOT NULL,
    occurred_at    timestamptz NOT NULL,
    reported_at    timestamptz NOT NULL,
    closed_at      timestamptz,
    controlled_at  timestamptz,
    next_due       timestamptz,
    grid_code      text,
    reporter_name  text,
    reporter_phone text,
    first_receiver text NOT NULL,
    decision       jsonb NOT NULL,
    attributes     jsonb NOT NULL DEFAULT '{}',
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX incidents_geom ON incident.incidents USING gist (geom);
CREATE INDEX incidents_reported ON incident.incidents (reported_at DESC, id DESC);
CREATE INDEX incidents_open ON incident.incidents (next_due) WHERE state <> 'CLOSED';
COMMENT ON TABLE incident.incidents IS 'One row an incident. decision keeps the grids, editions, rule, distance, runner-up and people that answered at the door, and never changes; location is what the reporter sent.';

CREATE FUNCTION incident.keep_what_was_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'incident %: number, first_receiver, decision, location and occurred_at never change', OLD.number
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER keep_what_was_recorded BEFORE UPDATE ON incident.incidents
    FOR EACH ROW
    WHEN (OLD.first_receiver IS DISTINCT FROM NEW.first_receiver
        OR OLD.number IS DISTINCT FROM NEW.number
        OR OLD.decision IS DISTINCT FROM NEW.decision
        OR OLD.location IS DISTINCT FROM NEW.location
        OR OLD.occurred_at IS DISTINCT FROM NEW.occurred_at)
    EXECUTE FUNCTION incident.keep_what_was_recorded();

CREATE TABLE incident.incident_grids (
    incident_id uuid NOT NULL REFERENCES incident.incidents,
    layer       text NOT NULL,
    grid_code   text NOT NULL,
    edition     text NOT NULL,
    share       double precision NOT NULL CHECK (share > 0 AND share <= 1),
    placed_at   timestamptz NOT NULL,
    replaced_at timestamptz,
    PRIMARY KEY (incident_id, layer, edition, grid_code)
);
CREATE INDEX incident_grids_code ON incident.incident_grids (grid_code, layer);
COMMENT ON TABLE incident.incident_grids IS 'The grids that held an incident, one set of rows an edition; a newer edition adds rows and marks the older ones of its layer as replaced.';

CREATE TABLE incident.timeline (
    id          bigint GENERATED ALWAYS AS IDENTITY (CACHE 32) PRIMARY KEY,
    incident_id uuid NOT NULL REFERENCES incident.incidents,
    at          timestamptz NOT NULL,
    action      text NOT NULL,
    state       text NOT NULL,
    actor       text NOT NULL,
    note        text CHECK (length(note) <= 4000),
    detail      jsonb
);
CREATE INDEX timeline_incident ON incident.timeline (incident_id, id);
COMMENT ON TABLE incident.timeline IS 'Everything that happened to an incident, in order; rows are only added.';

INSERT INTO incident.categories (code, parent, class_code, class_scheme, name_zh, name_en, tier, colour, ordinal) VALUES
('city_appearance',      NULL, '01', 'CJ/T 214', '市容环境', 'City appearance', 2, 'GREEN', 100),
('publicity',            NULL, '02', 'CJ/T 214', '宣传广告', 'Signs and publicity', 2, 'GREEN', 200),
('construction',         NULL, '03', 'CJ/T 214', '施工管理', 'Construction sites', 2, 'RED', 300),
('emergency',            NULL, '04', 'CJ/T 214', '突发事件', 'Sudden events', 1, 'RED', 400),
('street_order',         NULL, '05', 'CJ/T 214', '街面秩序', 'Street order', 2, 'GREEN', 500),
('daily_demand',         NULL, '06', 'extension', '日常诉求', 'Daily demands', 2, 'YELLOW', 600),
('complex_matter',       NULL, '06', 'extension', '复杂矛盾', 'Complex matters', 3, 'YELLOW', 700),
('illegal_building',     'city_appearance', '0101', 'CJ/T 214', '私搭乱建', 'Illegal building', 3, 'RED', 101),
('exposed_rubbish',      'city_appearance', '0102', 'CJ/T 214', '暴露垃圾', 'Exposed rubbish', 2, 'GREEN', 102),
('dirty_road',           'city_appearance', '0104', 'CJ/T 214', '道路不洁', 'Dirty road', 2, 'GREEN', 104),
('dirty_water',          'city_appearance', '0105', 'CJ/T 214', '水域不洁', 'Dirty water body', 2, 'RED', 105),
('greenery_obstruction', 'city_appearance', '0106', 'CJ/T 214', '绿化遮挡', 'Greenery in the way', 2, 'YELLOW', 106),
('zombie_vehicle',       'city_appearance', '0107', 'CJ/T 214', '僵尸车', 'Abandoned vehicle', 2, 'YELLOW', 107),
('road_damage',          'city_appearance', '0110', 'CJ/T 214', '道路破损', 'Damaged road', 2, 'RED', 110),
('cooking_fume',         'city_appearance', '06', 'extension', '油烟扰民', 'Cooking fumes', 2, 'YELLOW', 111),
('illegal_advert',       'publicity', '02', 'CJ/T 214', '违规广告', 'Unlawful advertisement', 2, 'GREEN', 201),
('shop_sign_dispute',    'publicity', '06', 'extension', '店招争议', 'Dispute over a shop sign', 3, 'YELLOW', 202),
('construction_noise',   'construction', '03', 'CJ/T 214', '施工扰民', 'Construction nuisance', 2, 'RED', 301),
('unsafe_site',          'construction', '03', 'CJ/T 214', '工地安全隐患', 'Unsafe construction site', 2, 'RED', 302),
('road_collapse',        'emergency', '0401', 'CJ/T 214', '路面塌陷', 'Collapsed road', 1, 'RED', 401),
('pipe_burst',           'emergency', '0402', 'CJ/T 214', '自来水管破裂', 'Burst water pipe', 1, 'RED', 402),
('gas_leak',             'emergency', '0403', 'CJ/T 214', '燃气泄漏', 'Gas leak', 1, 'RED', 403),
('flooding',             'emergency', '0406', 'CJ/T 214', '路面积水', 'Flooded street', 1, 'RED', 406),
('fallen_cable',         'emergency', '0408', 'CJ/T 214', '架空线缆损坏', 'Fallen cable', 1, 'RED', 408),
('power_failure',        'emergency', '06', 'extension', '停电', 'Power failure', 1, 'RED', 410),
('fire',                 'emergency', '06', 'extension', '火情', 'Fire', 1, 'RED', 411),
('public_order',         'emergency', '06', 'extension', '社会治安', 'Public order', 1, 'RED', 412),
('personal_safety',      'emergency', '06', 'extension', '人身安全', 'Danger to a person', 1, 'RED', 413),
('vessel_accident',      'emergency', '06', 'extension', '船舶事故', 'Accident on a vessel', 1, 'RED', 414),
('unlicensed_vendor',    'street_order', '0501', 'CJ/T 214', '无照经营游商', 'Unlicensed vendor', 2, 'GREEN', 501),
('street_occupation',    'street_order', '0504', 'CJ/T 214', '占道经营', 'Street occupation', 2, 'GREEN', 504),
('illegal_parking',      'street_order', '0505', 'CJ/T 214', '机动车乱停放', 'Badly parked car', 2, 'YELLOW', 505),
('bike_parking',         'street_order', '0506', 'CJ/T 214', '非机动车乱停放', 'Badly parked bicycles', 2, 'GREEN', 506),
('ground_lock',          'street_order', '06', 'extension', '私装地锁', 'Private ground lock', 2, 'YELLOW', 507),
('fire_lane_blocked',    'street_order', '06', 'extension', '占用消防通道', 'Blocked fire lane', 2, 'RED', 508),
('water_leak',           'daily_demand', '06', 'extension', '漏水', 'Water leak', 2, 'YELLOW', 601),
('sewage',               'daily_demand', '0404', 'CJ/T 214', '污水外溢', 'Sewage overflow', 2, 'RED', 602),
('noise',                'daily_demand', '06', 'extension', '噪音扰民', 'Noise', 2, 'GREEN', 603),
('fly_wire_charging',    'daily_demand', '06', 'extension', '飞线充电', 'Fly-wire charging', 2, 'YELLOW', 604),
('ebike_indoor',         'daily_demand', '06', 'extension', '电动车进楼', 'E-bike indoors', 2, 'YELLOW', 605),
('charging_pile',        'daily_demand', '06', 'extension', '充电桩故障', 'Charging pile out of order', 2, 'YELLOW', 606),
('lift',                 'daily_demand', '06', 'extension', '电梯故障', 'Lift out of order', 2, 'YELLOW', 607),
('street_lamp',          'daily_demand', '06', 'extension', '路灯不亮', 'Street lamp out', 2, 'RED', 608),
('tree',                 'daily_demand', '06', 'extension', '树木隐患', 'Dangerous tree', 2, 'YELLOW', 609),
('hazard',               'daily_demand', '06', 'extension', '安全隐患', 'Safety hazard', 2, 'YELLOW', 610),
('falling_object',       'daily_demand', '06', 'extension', '高空抛物', 'Falling object', 2, 'YELLOW', 611),
('neighbour_dispute',    'daily_demand', '06', 'extension', '邻里纠纷', 'Dispute between neighbours', 2, 'GREEN', 612),
('policy_question',      'daily_demand', '06', 'extension', '政策咨询', 'Policy question', 2, 'GREEN', 613),
('welfare_check',        'daily_demand', '06', 'extension', '关爱走访', 'Welfare check', 2, 'GREEN', 614),
('other',                'daily_demand', '06', 'extension', '其他', 'Other', 2, 'YELLOW', 699),
('group_rental',         'complex_matter', '06', 'extension', '群租', 'Group rental', 3, 'RED', 701),
('labour_dispute',       'complex_matter', '06', 'extension', '劳资纠纷', 'Labour dispute', 3, 'YELLOW', 702),
('estate_management',    'complex_matter', '06', 'extension', '小区管理矛盾', 'Conflict over estate management', 3, 'YELLOW', 703),
('boundary_dispute',     'complex_matter', '06', 'extension', '边界争议', 'Dispute over a boundary', 3, 'YELLOW', 704);
