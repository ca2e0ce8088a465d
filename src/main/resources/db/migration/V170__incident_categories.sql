-- The tree of categories as data in versions, playbooks, channels, and what a report answers to its category's questions.

CREATE TABLE incident.category_versions (
    version    integer PRIMARY KEY CHECK (version > 0),
    valid_from timestamptz NOT NULL,
    known_from timestamptz NOT NULL,
    made_by    text NOT NULL,
    note       text CHECK (length(note) <= 4000)
);
COMMENT ON TABLE incident.category_versions IS 'Versions of the whole tree; nothing is overwritten. In force at T as known at K: the highest version with valid_from <= T and known_from <= K.';

CREATE TABLE incident.category_rows (
    version      integer NOT NULL REFERENCES incident.category_versions,
    code         text NOT NULL REFERENCES incident.categories,
    parent       text,
    class_code   text NOT NULL CHECK (class_code ~ '^[0-9]{2}([0-9]{2})?$'),
    class_scheme text NOT NULL CHECK (class_scheme IN ('CJ/T 214', 'extension')),
    name_zh      text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
    name_en      text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
    tier         smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
    colour       text NOT NULL CHECK (colour IN ('RED', 'YELLOW', 'GREEN')),
    matter_class text NOT NULL DEFAULT 'SMALL' CHECK (matter_class IN ('BIG', 'SMALL', 'PRIVATE')),
    duty_type    text NOT NULL DEFAULT 'INFORMATION'
        CHECK (duty_type IN ('INFORMATION', 'POLICY', 'HAZARD', 'MEDIATION', 'EMERGENCY')),
    departments  text[] NOT NULL DEFAULT '{}' CHECK (cardinality(departments) <= 20),
    playbook     text,
    family       text NOT NULL,
    twin_meters  integer NOT NULL DEFAULT 60 CHECK (twin_meters BETWEEN 1 AND 5000),
    twin_hours   integer NOT NULL DEFAULT 72 CHECK (twin_hours BETWEEN 1 AND 2160),
    both_sides   boolean NOT NULL DEFAULT false,
    revisit      boolean NOT NULL DEFAULT true,
    patrol_hours integer CHECK (patrol_hours BETWEEN 1 AND 2160),
    words        text[] NOT NULL DEFAULT '{}' CHECK (cardinality(words) <= 50),
    questions    jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(questions) = 'array'),
    ordinal      integer NOT NULL,
    PRIMARY KEY (version, code),
    FOREIGN KEY (version, parent) REFERENCES incident.category_rows (version, code)
);
COMMENT ON TABLE incident.category_rows IS 'What an incident can be, in one version of the tree. class_code: event class of CJ/T 214, extension class 06 for words it lacks. tier, colour and matter_class are the default triage; departments are codes of responsibility.departments; family, twin_meters, twin_hours and both_sides say what may be the same matter; patrol_hours: how long a patrol may take to see it (null: it cannot); words: what people call it.';

INSERT INTO incident.category_versions (version, valid_from, known_from, made_by, note)
VALUES (1, '1970-01-01 00:00:00+00', '1970-01-01 00:00:00+00', 'installation', 'The tree that comes with the product.');

INSERT INTO incident.category_rows (version, code, parent, class_code, class_scheme, name_zh, name_en, tier, colour, family,
    ordinal)
SELECT 1, code, parent, class_code, class_scheme, name_zh, name_en, tier, colour, code, ordinal FROM incident.categories;

UPDATE incident.category_rows r
SET duty_type = g.duty, departments = g.departments::text[], family = coalesce(g.family, r.code), twin_meters = g.meters,
    twin_hours = g.hours, patrol_hours = g.patrol, words = string_to_array(g.words, ' ')
FROM (VALUES
('illegal_building', 'HAZARD', '{urban_enforcement}', NULL, 40, 720, 168, '违建 搭建 私搭 加盖'),
('exposed_rubbish', 'HAZARD', '{greening}', 'waste', 40, 48, 24, '垃圾 乱堆 没人收'),
('dirty_road', 'HAZARD', '{greening}', 'waste', 60, 24, 24, '脏 路面脏 没扫'),
('dirty_water', 'HAZARD', '{water,ecology}', 'waste', 150, 72, 72, '河道 河水 黑臭'),
('greenery_obstruction', 'HAZARD', '{greening_maintenance}', 'green', 40, 336, 72, '遮挡 挡住 枝条 藤 树枝 修剪'),
('zombie_vehicle', 'HAZARD', '{police,urban_enforcement}', 'parking', 25, 720, 168, '僵尸车 废旧车 长期停'),
('road_damage', 'HAZARD', '{construction}', 'road', 40, 336, 48, '坑 路破 路面破 井盖'),
('cooking_fume', 'MEDIATION', '{urban_enforcement,ecology}', NULL, 60, 336, NULL, '油烟 烟味 烧烤'),
('illegal_advert', 'POLICY', '{urban_enforcement}', NULL, 30, 168, 72, '小广告 广告'),
('shop_sign_dispute', 'MEDIATION', '{urban_enforcement,greening}', NULL, 40, 720, NULL, '店招 招牌'),
('construction_noise', 'MEDIATION', '{ecology,urban_enforcement}', 'noise', 150, 72, NULL, '施工 装修 工地吵'),
('unsafe_site', 'HAZARD', '{construction,work_safety}', NULL, 80, 168, 72, '工地 脚手架'),
('road_collapse', 'EMERGENCY', '{construction,police}', 'road', 60, 72, 24, '塌陷 塌了 下陷'),
('pipe_burst', 'EMERGENCY', '{water,water_company}', 'water', 150, 72, 24, '爆管 水管破 水管爆 自来水管 冒水'),
('gas_leak', 'EMERGENCY', '{fire_rescue,gas_company}', 'gas', 100, 24, NULL, '燃气 煤气 天然气'),
('flooding', 'EMERGENCY', '{water}', 'water', 250, 48, 24, '积水 淹 内涝'),
('fallen_cable', 'EMERGENCY', '{state_grid_95598}', 'power', 80, 48, 24, '电线 线缆 电线掉'),
('power_failure', 'EMERGENCY', '{state_grid_95598}', 'power', 400, 48, NULL, '停电 断电 没电 跳闸'),
('fire', 'EMERGENCY', '{fire_rescue}', 'fire', 150, 12, NULL, '着火 起火 火灾 冒烟'),
('public_order', 'EMERGENCY', '{police}', NULL, 80, 12, NULL, '打架 闹事 斗殴'),
('personal_safety', 'EMERGENCY', '{police,stability}', NULL, 60, 12, NULL, '轻生 自杀 跳楼 救命'),
('vessel_accident', 'EMERGENCY', '{fishery,maritime}', NULL, 1000, 48, NULL, '船 渔船 撞船'),
('unlicensed_vendor', 'POLICY', '{urban_enforcement,market_supervision}', 'occupation', 60, 24, 24, '摊贩 流动摊'),
('street_occupation', 'POLICY', '{urban_enforcement}', 'occupation', 40, 48, 24, '占道 摆摊 跨门'),
('illegal_parking', 'POLICY', '{police}', 'parking', 40, 24, 24, '乱停车 违停 停车'),
('bike_parking', 'POLICY', '{urban_enforcement}', 'parking', 40, 48, 24, '自行车 共享单车 电瓶车乱停'),
('ground_lock', 'POLICY', '{urban_enforcement,property_company}', 'parking', 25, 720, 168, '地锁'),
('fire_lane_blocked', 'HAZARD', '{fire_rescue,property_company}', 'parking', 40, 48, 24, '消防通道 消防车'),
('water_leak', 'MEDIATION', '{property_company,residents_committee}', 'water', 60, 72, NULL, '漏水 渗水 滴水 水渗 返潮'),
('sewage', 'HAZARD', '{water,property_company}', 'water', 80, 120, 48, '污水 下水道 满溢 外溢 堵了'),
('noise', 'MEDIATION', '{police,residents_committee}', 'noise', 60, 48, NULL, '噪音 吵 太响 扰民'),
('fly_wire_charging', 'HAZARD', '{fire_rescue,property_company}', 'charging', 40, 168, 72, '飞线 拉线充电'),
('ebike_indoor', 'HAZARD', '{fire_rescue,property_company}', 'charging', 40, 72, 72, '电动车进楼 电瓶车上楼 进电梯'),
('charging_pile', 'HAZARD', '{property_company}', 'charging', 40, 168, 72, '充电桩 充不进'),
('lift', 'HAZARD', '{property_company,market_supervision}', NULL, 30, 72, NULL, '电梯 困人 梯门'),
('street_lamp', 'HAZARD', '{construction}', NULL, 30, 168, 24, '路灯 灯不亮'),
('tree', 'HAZARD', '{greening_maintenance}', 'green', 30, 336, 72, '树 倒伏 断枝'),
('hazard', 'HAZARD', '{work_safety}', NULL, 40, 168, 72, '隐患 危险 倾斜'),
('falling_object', 'HAZARD', '{police,property_company}', NULL, 60, 336, NULL, '高空抛物 扔下来'),
('neighbour_dispute', 'MEDIATION', '{residents_committee,justice}', NULL, 40, 336, NULL, '邻居 吵架 纠纷'),
('policy_question', 'POLICY', '{residents_committee}', NULL, 30, 24, NULL, '咨询 政策 怎么办理'),
('welfare_check', 'INFORMATION', '{residents_committee,civil_affairs}', NULL, 30, 24, NULL, '独居 老人 没见'),
('other', 'INFORMATION', '{}', NULL, 30, 24, NULL, ''),
('group_rental', 'INFORMATION', '{urban_enforcement,police,housing}', NULL, 30, 2160, NULL, '群租 隔断'),
('labour_dispute', 'MEDIATION', '{labour,justice}', NULL, 60, 336, NULL, '欠薪 工资'),
('estate_management', 'MEDIATION', '{property_company,housing}', NULL, 150, 720, NULL, '物业 业委会'),
('boundary_dispute', 'MEDIATION', '{street_office}', NULL, 150, 720, NULL, '围墙 边界 归谁管')
) AS g (code, duty, departments, family, meters, hours, patrol, words)
WHERE r.code = g.code;

UPDATE incident.category_rows SET matter_class = 'BIG' WHERE tier = 3 OR code IN ('road_collapse', 'flooding', 'power_failure');
UPDATE incident.category_rows SET matter_class = 'PRIVATE' WHERE code IN ('neighbour_dispute', 'policy_question', 'welfare_check');
UPDATE incident.category_rows SET both_sides = true
WHERE family IN ('water', 'power', 'gas', 'fire', 'noise') AND code <> 'water_leak' OR code IN ('vessel_accident', 'public_order');
UPDATE incident.category_rows SET revisit = false WHERE code = 'policy_question';

UPDATE incident.category_rows r SET questions = g.questions::jsonb
FROM (VALUES
('water_leak', '[{"code":"running","type":"YES_NO","required":false,"textZh":"水还在流吗？","textEn":"Is water still running?"},
  {"code":"source","type":"CHOICE","required":false,"textZh":"水从哪里来？","textEn":"Where does it come from?",
   "choices":[{"code":"ABOVE","textZh":"楼上","textEn":"From above"},{"code":"OWN","textZh":"自家","textEn":"Own flat"},
              {"code":"PUBLIC","textZh":"公共管道","textEn":"A shared pipe"},{"code":"UNKNOWN","textZh":"不清楚","textEn":"Not known"}]}]'),
('pipe_burst', '[{"code":"road_blocked","type":"YES_NO","required":false,"textZh":"影响通行吗？","textEn":"Does it block the road?"}]'),
('power_failure', '[{"code":"scope","type":"CHOICE","required":false,"textZh":"停电范围","textEn":"How much is without power?",
   "choices":[{"code":"ONE","textZh":"一户","textEn":"One household"},{"code":"STAIRWELL","textZh":"整个楼道","textEn":"The whole stairwell"},
              {"code":"MORE","textZh":"多栋楼或多家店","textEn":"Several buildings or shops"}]},
  {"code":"feeder","type":"TEXT","required":false,"textZh":"配电箱或线路编号","textEn":"Number of the control box or feeder"}]'),
('gas_leak', '[{"code":"inside","type":"YES_NO","required":false,"textZh":"在室内吗？","textEn":"Is it indoors?"}]'),
('lift', '[{"code":"trapped","type":"YES_NO","required":false,"textZh":"有人被困吗？","textEn":"Is anybody trapped?"},
  {"code":"persons","type":"NUMBER","required":false,"textZh":"几人被困？","textEn":"How many?"}]'),
('hazard', '[{"code":"measured_cm","type":"NUMBER","required":false,"textZh":"量得数值（厘米）","textEn":"What was measured, in centimetres"}]')
) AS g (code, questions)
WHERE r.code = g.code;

ALTER TABLE incident.categories
    DROP COLUMN parent, DROP COLUMN class_code, DROP COLUMN class_scheme, DROP COLUMN name_zh, DROP COLUMN name_en,
    DROP COLUMN tier, DROP COLUMN colour, DROP COLUMN ordinal;
COMMENT ON TABLE incident.categories IS 'Every code that a category was ever given: incidents keep the word they came in with. What a code means stands in category_rows.';

CREATE VIEW published.categories AS
SELECT r.code, r.parent, r.class_code, r.name_zh, r.name_en, r.tier, r.colour, r.matter_class, r.duty_type, r.departments,
       r.playbook, r.family, r.revisit, r.patrol_hours
FROM incident.category_rows r
WHERE r.version = (SELECT max(v.version) FROM incident.category_versions v WHERE v.valid_from <= now());
COMMENT ON VIEW published.categories IS 'Room incident. The tree of categories in force now; parent null: a group that cannot be reported. patrol_hours: how long a patrol may take to see it (null: it cannot). Read by evaluation, notice.';

CREATE TABLE incident.playbooks (
    code        text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,62}$'),
    version     integer NOT NULL CHECK (version > 0),
    title_zh    text NOT NULL CHECK (length(title_zh) BETWEEN 1 AND 200),
    title_en    text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 200),
    steps       jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
    source_case uuid REFERENCES incident.incidents,
    made_by     text NOT NULL,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (code, version)
);
COMMENT ON TABLE incident.playbooks IS 'Procedures (从一件事到一类事): steps in two languages and the case they were learnt from. A new version leaves the older ones.';

CREATE TABLE incident.channels (
    code    text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name_zh text NOT NULL,
    name_en text NOT NULL,
    ordinal integer NOT NULL
);
COMMENT ON TABLE incident.channels IS 'The ways a report comes in; they change with a migration only.';
INSERT INTO incident.channels (code, name_zh, name_en, ordinal) VALUES
('QR', '扫码', 'Notice board code', 10),
('WEB', '网页', 'Web page', 20),
('WEB_BOARD', '网上留言', 'Web message board', 25),
('PHONE', '电话', 'Phone', 30),
('HOTLINE', '热线', 'Own hotline', 35),
('HOTLINE_12345', '12345热线', '12345 hotline', 40),
('CHAT_GROUP', '楼道微信群', 'Stairwell chat group', 50),
('PATROL', '巡查', 'Patrol', 60),
('VISIT', '走访', 'Visit', 70),
('WALK_IN', '上门', 'Walk-in', 80),
('SUGGESTION_BOX', '意见箱', 'Suggestion box', 90),
('RIDER', '骑手上报', 'Rider', 100),
('VOLUNTEER', '志愿者', 'Volunteer', 110),
('SENSOR', '感知设备', 'Sensor', 120),
('API', '系统对接', 'Another system', 130),
('SUPERIOR', '上级交办', 'Assigned from above', 140),
('IMPORT', '导入', 'Import', 150);

ALTER TABLE incident.incidents
    ADD COLUMN answers jsonb CHECK (jsonb_typeof(answers) = 'object'),
    ADD COLUMN category_version integer;
COMMENT ON COLUMN incident.incidents.answers IS 'Answers to the questions of the category at the door, by their codes; null: none given.';
COMMENT ON COLUMN incident.incidents.category_version IS 'The version of the tree that the report was read by; null for what was loaded from the past.';
