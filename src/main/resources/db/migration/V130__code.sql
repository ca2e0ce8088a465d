-- How codes are made up: schemes of the standards and our own, in parts with what each part may hold, and which layer is
-- numbered by which scheme since when. A new standard is new rows, not new code.

CREATE SCHEMA code;

CREATE TABLE code.code_schemes (
    id       text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    version  integer NOT NULL CHECK (version > 0),
    subject  text NOT NULL CHECK (subject IN ('GRID', 'COMPONENT', 'EVENT')),
    standing text NOT NULL CHECK (standing IN ('STANDARD', 'CLAIM', 'OWN')),
    digits   integer NOT NULL CHECK (digits BETWEEN 1 AND 40),
    name_zh  text NOT NULL,
    name_en  text NOT NULL,
    source   text NOT NULL,
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE code.code_schemes IS 'Layouts of codes. standing: STANDARD as a published standard has it; CLAIM reported of a standard but not seen in it; OWN this product''s layout.';

CREATE TABLE code.code_parts (
    scheme     text NOT NULL,
    version    integer NOT NULL,
    ordinal    integer NOT NULL,
    name       text NOT NULL,
    name_zh    text NOT NULL,
    name_en    text NOT NULL,
    from_digit integer NOT NULL CHECK (from_digit > 0),
    length     integer NOT NULL CHECK (length BETWEEN 1 AND 9),
    rule       text NOT NULL CHECK (rule IN ('RANGE', 'TABLE', 'SEQUENCE')),
    layer      text,
    key_from   integer NOT NULL DEFAULT 1,
    PRIMARY KEY (scheme, version, ordinal),
    UNIQUE (scheme, version, name),
    FOREIGN KEY (scheme, version) REFERENCES code.code_schemes
);
COMMENT ON TABLE code.code_parts IS 'The parts of a code in order. RANGE: within the ranges; TABLE: one of the values listed; SEQUENCE: a number given out. layer: the digits from key_from to the end of this part are the code of a grid of that layer.';

CREATE TABLE code.code_ranges (
    scheme  text NOT NULL,
    version integer NOT NULL,
    part    text NOT NULL,
    low     integer NOT NULL CHECK (low >= 0),
    high    integer NOT NULL,
    meaning text NOT NULL DEFAULT 'USUAL' CHECK (meaning IN ('USUAL', 'MERGED', 'WHOLE')),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    CHECK (high >= low),
    PRIMARY KEY (scheme, version, part, low),
    FOREIGN KEY (scheme, version, part) REFERENCES code.code_parts (scheme, version, name)
);
COMMENT ON TABLE code.code_ranges IS 'What a part may hold. MERGED: a number made for several communities under one grid; WHOLE: stands for a community that is not split.';

CREATE TABLE code.layer_schemes (
    layer       text NOT NULL,
    scheme      text NOT NULL,
    version     integer NOT NULL,
    valid       tstzrange NOT NULL CHECK (NOT isempty(valid)),
    assigned_by text NOT NULL,
    assigned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (scheme, version) REFERENCES code.code_schemes,
    CONSTRAINT one_scheme_at_a_time EXCLUDE USING gist (layer WITH =, valid WITH &&)
);
COMMENT ON TABLE code.layer_schemes IS 'By which scheme the grids of a layer are numbered, and when.';

INSERT INTO code.code_schemes (id, version, subject, standing, digits, name_zh, name_en, source) VALUES
('town', 1, 'GRID', 'STANDARD', 9, '乡镇街道代码', 'Town or sub-district', 'GB/T 2260 and GB/T 10114'),
('community', 1, 'GRID', 'STANDARD', 12, '社区（村）代码', 'Community or village', 'GB/T 2260, GB/T 10114 and the civil-affairs code; equals the statistics division code'),
('unit-grid', 1, 'GRID', 'STANDARD', 15, '单元网格编码', 'Unit grid', 'GB/T 30428.1-2013, CJ/T 213-2005'),
('community-grid', 1, 'GRID', 'STANDARD', 20, '社区服务网格编码', 'Community service grid', 'CJ/T 349-2010, objects by CJ/T 348'),
('grid', 1, 'GRID', 'OWN', 14, '网格编码（本系统）', 'Grid between community and micro-grid', 'Own layout: the standards number no level between community and unit grid'),
('component', 1, 'COMPONENT', 'STANDARD', 16, '部件编码', 'Component', 'CJ/T 214-2007: 6 + 2 + 2 + 6'),
('component', 2, 'COMPONENT', 'CLAIM', 16, '部件编码（新版，待核）', 'Component, newer layout', 'Claimed of the newer GB/T 30428.2: 6 + 2 + 3 + 5; the text of the standard was not seen'),
('event', 1, 'EVENT', 'STANDARD', 10, '事件编码', 'Event', 'CJ/T 214-2007: 6 + 2 + 2');

INSERT INTO code.code_parts (scheme, version, ordinal, name, name_zh, name_en, from_digit, length, rule, layer, key_from) VALUES
('town', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('town', 1, 2, 'street', '街道（乡镇）', 'street or town', 7, 3, 'RANGE', 'town', 1),
('community', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('community', 1, 2, 'street', '街道（乡镇）', 'street or town', 7, 3, 'RANGE', 'town', 1),
('community', 1, 3, 'community', '社区（村）', 'community or village', 10, 3, 'RANGE', 'community', 1),
('unit-grid', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('unit-grid', 1, 2, 'street', '街道（乡镇）', 'street or town', 7, 3, 'RANGE', 'town', 1),
('unit-grid', 1, 3, 'community', '社区（村）', 'community or village', 10, 3, 'RANGE', 'community', 1),
('unit-grid', 1, 4, 'sequence', '顺序号', 'sequence inside the community', 13, 3, 'SEQUENCE', NULL, 1),
('community-grid', 1, 1, 'object', '对象代码', 'object', 1, 6, 'RANGE', NULL, 1),
('community-grid', 1, 2, 'county', '县级行政区划', 'county', 7, 6, 'RANGE', NULL, 7),
('community-grid', 1, 3, 'street', '街道（乡镇）', 'street or town', 13, 3, 'RANGE', 'town', 7),
('community-grid', 1, 4, 'community', '社区（村）', 'community or village', 16, 3, 'RANGE', 'community', 7),
('community-grid', 1, 5, 'sequence', '顺序号', 'sequence inside the community', 19, 2, 'SEQUENCE', NULL, 1),
('grid', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('grid', 1, 2, 'street', '街道（乡镇）', 'street or town', 7, 3, 'RANGE', 'town', 1),
('grid', 1, 3, 'community', '社区（村）', 'community or village', 10, 3, 'RANGE', 'community', 1),
('grid', 1, 4, 'sequence', '顺序号', 'sequence inside the community', 13, 2, 'SEQUENCE', NULL, 1),
('component', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('component', 1, 2, 'major', '大类', 'major class', 7, 2, 'TABLE', NULL, 1),
('component', 1, 3, 'minor', '小类', 'minor class', 9, 2, 'RANGE', NULL, 1),
('component', 1, 4, 'serial', '流水号', 'serial number', 11, 6, 'SEQUENCE', NULL, 1),
('component', 2, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('component', 2, 2, 'major', '大类', 'major class', 7, 2, 'TABLE', NULL, 1),
('component', 2, 3, 'minor', '小类', 'minor class', 9, 3, 'RANGE', NULL, 1),
('component', 2, 4, 'serial', '流水号', 'serial number', 12, 5, 'SEQUENCE', NULL, 1),
('event', 1, 1, 'county', '县级行政区划', 'county', 1, 6, 'RANGE', NULL, 1),
('event', 1, 2, 'major', '大类', 'major class', 7, 2, 'TABLE', NULL, 1),
('event', 1, 3, 'minor', '小类', 'minor class', 9, 2, 'RANGE', NULL, 1);

-- The first two digits of GB/T 2260: provinces, autonomous regions, municipalities, special administrative regions.
INSERT INTO code.code_ranges (scheme, version, part, low, high, name_zh, name_en)
SELECT part.scheme, part.version, 'county', province.two * 10000 + 1, province.two * 10000 + 9999, province.zh, province.en
FROM code.code_parts AS part
CROSS JOIN (VALUES
    (11, '北京市', 'Beijing'), (12, '天津市', 'Tianjin'), (13, '河北省', 'Hebei'), (14, '山西省', 'Shanxi'),
    (15, '内蒙古自治区', 'Inner Mongolia'), (21, '辽宁省', 'Liaoning'), (22, '吉林省', 'Jilin'), (23, '黑龙江省', 'Heilongjiang'),
    (31, '上海市', 'Shanghai'), (32, '江苏省', 'Jiangsu'), (33, '浙江省', 'Zhejiang'), (34, '安徽省', 'Anhui'),
    (35, '福建省', 'Fujian'), (36, '江西省', 'Jiangxi'), (37, '山东省', 'Shandong'), (41, '河南省', 'Henan'),
    (42, '湖北省', 'Hubei'), (43, '湖南省', 'Hunan'), (44, '广东省', 'Guangdong'), (45, '广西壮族自治区', 'Guangxi'),
    (46, '海南省', 'Hainan'), (50, '重庆市', 'Chongqing'), (51, '四川省', 'Sichuan'), (52, '贵州省', 'Guizhou'),
    (53, '云南省', 'Yunnan'), (54, '西藏自治区', 'Tibet'), (61, '陕西省', 'Shaanxi'), (62, '甘肃省', 'Gansu'),
    (63, '青海省', 'Qinghai'), (64, '宁夏回族自治区', 'Ningxia'), (65, '新疆维吾尔自治区', 'Xinjiang'), (71, '台湾省', 'Taiwan'),
    (81, '香港特别行政区', 'Hong Kong'), (82, '澳门特别行政区', 'Macao')) AS province (two, zh, en)
WHERE part.name = 'county';

INSERT INTO code.code_ranges (scheme, version, part, low, high, name_zh, name_en)
SELECT part.scheme, part.version, part.name, kind.low, kind.high, kind.zh, kind.en
FROM code.code_parts AS part
CROSS JOIN (VALUES
    (1, 99, '街道', 'street'), (100, 199, '镇', 'town'), (200, 399, '乡', 'township'),
    (400, 599, '类似乡级单位（企业等）', 'enterprise-like')) AS kind (low, high, zh, en)
WHERE part.name = 'street';

INSERT INTO code.code_ranges (scheme, version, part, low, high, name_zh, name_en)
SELECT part.scheme, part.version, part.name, kind.low, kind.high, kind.zh, kind.en
FROM code.code_parts AS part
CROSS JOIN (VALUES
    (1, 199, '居民委员会', 'neighbourhood committee'), (200, 399, '村民委员会', 'village committee')) AS kind (low, high, zh, en)
WHERE part.name = 'community';

INSERT INTO code.code_ranges (scheme, version, part, low, high, meaning, name_zh, name_en) VALUES
('community-grid', 1, 'community', 601, 999, 'MERGED', '合并社区', 'merged communities'),
('community-grid', 1, 'object', 1, 999999, 'USUAL', '对象（末两位00为大类）', 'object; 00 at the end stands for a major class'),
('community-grid', 1, 'sequence', 0, 0, 'WHOLE', '未划分', 'community not split'),
('community-grid', 1, 'sequence', 1, 99, 'USUAL', '顺序号', 'sequence'),
('unit-grid', 1, 'sequence', 1, 999, 'USUAL', '顺序号', 'sequence'),
('grid', 1, 'sequence', 1, 99, 'USUAL', '顺序号', 'sequence'),
('component', 1, 'major', 1, 1, 'USUAL', '公用设施', 'public facilities'),
('component', 1, 'major', 2, 2, 'USUAL', '道路交通', 'road traffic'),
('component', 1, 'major', 3, 3, 'USUAL', '市容环境', 'city appearance'),
('component', 1, 'major', 4, 4, 'USUAL', '园林绿化', 'greening'),
('component', 1, 'major', 5, 5, 'USUAL', '房屋土地', 'house and land'),
('component', 1, 'major', 6, 6, 'USUAL', '其他设施', 'other'),
('component', 1, 'major', 21, 21, 'USUAL', '扩展部件', 'extended'),
('component', 1, 'minor', 1, 99, 'USUAL', '小类', 'minor class'),
('component', 1, 'serial', 1, 999999, 'USUAL', '流水号', 'serial number'),
('component', 2, 'major', 1, 1, 'USUAL', '公用设施', 'public facilities'),
('component', 2, 'major', 2, 2, 'USUAL', '道路交通', 'road traffic'),
('component', 2, 'major', 3, 3, 'USUAL', '市容环境', 'city appearance'),
('component', 2, 'major', 4, 4, 'USUAL', '园林绿化', 'greening'),
('component', 2, 'major', 5, 5, 'USUAL', '房屋土地', 'house and land'),
('component', 2, 'major', 6, 6, 'USUAL', '其他设施', 'other'),
('component', 2, 'major', 21, 21, 'USUAL', '扩展部件', 'extended'),
('component', 2, 'minor', 1, 79, 'USUAL', '标准小类', 'minor class of the standard'),
('component', 2, 'minor', 80, 999, 'USUAL', '扩展小类（自999向下编，名称注"（自定义）"）', 'extended minor class, numbered downward from 999'),
('component', 2, 'serial', 1, 99999, 'USUAL', '流水号', 'serial number'),
('event', 1, 'major', 1, 1, 'USUAL', '市容环境', 'city appearance'),
('event', 1, 'major', 2, 2, 'USUAL', '宣传广告', 'signs and publicity'),
('event', 1, 'major', 3, 3, 'USUAL', '施工管理', 'construction sites'),
('event', 1, 'major', 4, 4, 'USUAL', '突发事件', 'sudden events'),
('event', 1, 'major', 5, 5, 'USUAL', '街面秩序', 'street order'),
('event', 1, 'major', 6, 6, 'USUAL', '扩展事件', 'extended'),
('event', 1, 'minor', 1, 99, 'USUAL', '小类', 'minor class');

INSERT INTO code.layer_schemes (layer, scheme, version, valid, assigned_by) VALUES
('town', 'town', 1, tstzrange(NULL, NULL), 'installation'),
('community', 'community', 1, tstzrange(NULL, NULL), 'installation'),
('grid', 'grid', 1, tstzrange(NULL, NULL), 'installation'),
('micro-grid', 'unit-grid', 1, tstzrange(NULL, NULL), 'installation');
