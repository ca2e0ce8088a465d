-- Room place: shops, charging stations, lamp posts, notice boards, buildings and every other thing with a fixed spot.
CREATE SCHEMA IF NOT EXISTS place;

CREATE TABLE place.kinds (
    code    text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_zh text NOT NULL,
    name_en text NOT NULL
);
COMMENT ON TABLE place.kinds IS 'The kinds of place that may be stored; codes are the glossary words in kebab case.';

INSERT INTO place.kinds (code, name_zh, name_en) VALUES
    ('shop',             '沿街商户', 'Street shop'),
    ('charging-station', '充电站',   'Charging station'),
    ('charging-pile',    '充电桩',   'Charging pile'),
    ('service-point',    '服务点',   'Service point'),
    ('service-window',   '服务窗口', 'Service window'),
    ('service-station',  '服务站',   'Service station'),
    ('governance-station', '综合治理站', 'Governance station'),
    ('rest-station',     '驿站',     'Rest station'),
    ('lamp-post',        '灯杆',     'Lamp post'),
    ('notice-board',     '公示牌',   'Notice board'),
    ('building',         '楼栋',     'Building'),
    ('building-group',   '楼组',     'Building group'),
    ('stairwell',        '楼道',     'Stairwell'),
    ('gate',             '出入口',   'Gate'),
    ('smart-gate',       '道闸',     'Smart gate'),
    ('wall-barrier',     '围墙',     'Wall or barrier'),
    ('parking-lot',      '停车场',   'Parking lot'),
    ('bike-shed',        '非机动车车棚', 'Bike shed'),
    ('vessel',           '船舶',     'Vessel'),
    ('camera',           '摄像头',   'Camera'),
    ('lift',             '电梯',     'Lift'),
    ('waste-point',      '垃圾投放点', 'Waste point'),
    ('manhole',          '井盖',     'Manhole'),
    ('hydrant',          '消火栓',   'Fire hydrant'),
    ('tree',             '树木',     'Tree'),
    ('school',           '学校',     'School'),
    ('transit-stop',     '公交站点', 'Transit stop'),
    ('emergency-store',  '应急物资点', 'Emergency store'),
    ('other',            '其他',     'Other');

CREATE TABLE place.places (
    code        text PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 80),
    kind        text NOT NULL REFERENCES place.kinds (code),
    name_zh     text NOT NULL CHECK (length(name_zh) <= 200),
    name_en     text NOT NULL CHECK (length(name_en) <= 200),
    geom        geometry(Point, 4326) NOT NULL CHECK (platform.sound_shape(geom, 1)),
    attributes  jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object'),
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    version     bigint NOT NULL DEFAULT 1,
    -- what an address or a scanned code is looked up by; read from the attributes, so that they cannot disagree
    token       text GENERATED ALWAYS AS (attributes ->> 'token') STORED,
    lamp_post   text GENERATED ALWAYS AS (attributes ->> 'lampPost') STORED,
    address     text GENERATED ALWAYS AS (attributes ->> 'address') STORED,
    street      text GENERATED ALWAYS AS (attributes ->> 'street') STORED,
    number_from integer GENERATED ALWAYS AS (substring(attributes ->> 'number' FROM '^(\d{1,6})(?!\d)')::integer) STORED,
    number_to   integer GENERATED ALWAYS AS (substring(attributes ->> 'number' FROM '(?<!\d)(\d{1,6})$')::integer) STORED,
    estate      text GENERATED ALWAYS AS (attributes ->> 'estate') STORED,
    building    text GENERATED ALWAYS AS (attributes ->> 'building') STORED
);
COMMENT ON COLUMN place.places.attributes IS
    'Free attributes. Read by the server: token, lampPost, address, street, number ("922" or "922-926"), estate, building.';

CREATE INDEX places_geom_gist ON place.places USING gist (geom);
CREATE INDEX places_kind_code_idx ON place.places (kind, code);
CREATE UNIQUE INDEX places_token_key ON place.places (token) WHERE token IS NOT NULL;
CREATE INDEX places_lamp_post_idx ON place.places (lamp_post) WHERE lamp_post IS NOT NULL;
CREATE INDEX places_street_number_idx ON place.places (street, number_from) WHERE street IS NOT NULL;
CREATE INDEX places_building_idx ON place.places (building) WHERE building IS NOT NULL;
CREATE INDEX places_address_idx ON place.places (address) WHERE address IS NOT NULL;
CREATE INDEX places_name_zh_idx ON place.places (name_zh);
CREATE INDEX places_name_en_idx ON place.places (name_en);
