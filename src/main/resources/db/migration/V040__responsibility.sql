-- Who answers: team templates as data, teams of grids, their members in time, the rules, the duty list.

CREATE SCHEMA responsibility;

CREATE TABLE responsibility.templates (
    code    text PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE responsibility.template_roles (
    template text NOT NULL REFERENCES responsibility.templates,
    role     text NOT NULL CHECK (role ~ '^[A-Z][A-Z_]+$'),
    rank     smallint NOT NULL,
    least    smallint NOT NULL,
    most     smallint,
    name_zh  text NOT NULL,
    name_en  text NOT NULL,
    PRIMARY KEY (template, role),
    UNIQUE (template, rank)
);
COMMENT ON TABLE responsibility.template_roles IS 'How many of each role a team has; most NULL is any number (the N of 1+3+N). The lowest rank that is filled leads.';

CREATE TABLE responsibility.teams (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layer      text NOT NULL,
    grid_code  text NOT NULL,
    template   text NOT NULL REFERENCES responsibility.templates,
    name_zh    text NOT NULL,
    name_en    text NOT NULL,
    partners   text[] NOT NULL DEFAULT '{}',
    UNIQUE (layer, grid_code)
);
COMMENT ON COLUMN responsibility.teams.partners IS 'Codes of the grids that share this one: in a joint area the first leads and the others help.';

CREATE TABLE responsibility.members (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    team_id  bigint NOT NULL REFERENCES responsibility.teams ON DELETE CASCADE,
    role     text NOT NULL,
    label_zh text NOT NULL,
    label_en text NOT NULL,
    phone    text,
    unit     text,
    valid    tstzrange NOT NULL CHECK (NOT isempty(valid)),
    EXCLUDE USING gist (team_id WITH =, role WITH =, label_zh WITH =, valid WITH &&)
);
CREATE INDEX members_unit ON responsibility.members (unit);
COMMENT ON TABLE responsibility.members IS 'Who holds a role in a team, and when. Labels name roles with numbers; unit is what the member patrols as.';

CREATE TABLE responsibility.rules (
    id          text NOT NULL,
    version     integer NOT NULL,
    valid_from  timestamptz NOT NULL,
    text_zh     text NOT NULL,
    text_en     text NOT NULL,
    layer_order text[] NOT NULL,
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE responsibility.rules IS 'The rule that picks who leads. layer_order lists layers, first come first; layers it does not name come after, finest first.';

CREATE TABLE responsibility.duties (
    category    text PRIMARY KEY,
    duty        text NOT NULL CHECK (duty IN ('INFORMATION', 'POLICY', 'HAZARD', 'MEDIATION', 'EMERGENCY')),
    helper_role text[] NOT NULL
);
COMMENT ON TABLE responsibility.duties IS 'The duty list: for each category of incident which of the five duties it falls under and which roles of the team help the lead.';

CREATE TABLE responsibility.revision (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    value bigint NOT NULL DEFAULT 0
);
INSERT INTO responsibility.revision DEFAULT VALUES;
COMMENT ON TABLE responsibility.revision IS 'Counts changes; a server that sees another value than its own reads the roster again.';

INSERT INTO responsibility.templates (code, name_zh, name_en) VALUES
('1+3+N', '1+3+N 网格队伍', '1+3+N grid team'),
('MICRO', '微网格队伍', 'Micro-grid team'),
('VILLAGE', '村网格队伍', 'Village grid team'),
('LAND', '陆上网格服务队', 'Land service team'),
('SEA', '海上网格服务队', 'Sea service team'),
('BLOCK', '街区队伍', 'Street block team'),
('COUNCIL', '融治共管会', 'Joint council');
INSERT INTO responsibility.template_roles (template, role, rank, least, most, name_zh, name_en) VALUES
('1+3+N', 'GRID_HEAD', 1, 1, 1, '网格长', 'Grid head'),
('1+3+N', 'GRID_WORKER', 2, 1, 1, '专职网格员', 'Grid worker'),
('1+3+N', 'PART_TIME_GRID_WORKER', 3, 1, 1, '兼职网格员', 'Part-time grid worker'),
('1+3+N', 'GRID_ADVISER', 4, 1, 1, '网格指导员', 'Grid adviser'),
('1+3+N', 'GRID_HELPER', 5, 0, NULL, '网格力量', 'Grid helper'),
('MICRO', 'MICRO_GRID_HEAD', 1, 1, 1, '微网格长', 'Micro-grid head'),
('MICRO', 'GRID_WORKER', 2, 0, 2, '网格员', 'Grid worker'),
('MICRO', 'GRID_HELPER', 3, 0, NULL, '网格力量', 'Grid helper'),
('VILLAGE', 'GRID_ASSISTANT', 1, 1, 1, '网格协理员', 'Grid assistant'),
('VILLAGE', 'GRID_WORKER', 2, 0, 2, '网格员', 'Grid worker'),
('VILLAGE', 'GRID_HELPER', 3, 0, NULL, '网格力量', 'Grid helper'),
('LAND', 'GRID_HEAD', 1, 1, 1, '网格长', 'Grid head'),
('LAND', 'GRID_WORKER', 2, 1, 1, '专职网格员', 'Grid worker'),
('LAND', 'PART_TIME_GRID_WORKER', 3, 1, 1, '兼职网格员', 'Part-time grid worker'),
('LAND', 'GRID_ADVISER', 4, 1, 1, '网格指导员', 'Grid adviser'),
('LAND', 'GRID_HELPER', 5, 0, NULL, '网格力量', 'Grid helper'),
('SEA', 'GRID_HEAD', 1, 1, 1, '网格长', 'Grid head'),
('SEA', 'GRID_WORKER', 2, 1, 1, '专职网格员', 'Grid worker'),
('SEA', 'PART_TIME_GRID_WORKER', 3, 1, 1, '兼职网格员', 'Part-time grid worker'),
('SEA', 'GRID_ADVISER', 4, 1, 1, '网格指导员', 'Grid adviser'),
('SEA', 'SEA_MEDIATOR', 5, 0, NULL, '海上老娘舅', 'Sea mediator'),
('SEA', 'GRID_HELPER', 6, 0, NULL, '网格力量', 'Grid helper'),
('BLOCK', 'RESPONSIBLE_LEADER', 1, 1, 1, '包保领导', 'Responsible leader'),
('BLOCK', 'POLICE_OFFICER', 2, 0, 1, '社区警员', 'Police officer'),
('BLOCK', 'MARKET_OFFICER', 3, 0, 1, '市场监督员', 'Market officer'),
('BLOCK', 'ENFORCEMENT_OFFICER', 4, 0, 1, '综合执法员', 'Enforcement officer'),
('BLOCK', 'BUSINESS_OFFICER', 5, 0, 1, '营商服务员', 'Business service officer'),
('BLOCK', 'GRID_WORKER', 6, 0, 1, '网格工作员', 'Grid worker'),
('BLOCK', 'COORDINATOR', 7, 0, 1, '综合协管员', 'Coordinator'),
('COUNCIL', 'COUNCIL_CHAIR', 1, 1, 1, '共管会召集人', 'Council convener'),
('COUNCIL', 'GRID_HELPER', 2, 0, NULL, '网格力量', 'Grid helper');
INSERT INTO responsibility.rules (id, version, valid_from, text_zh, text_en, layer_order) VALUES
('territory-first', 1, '-infinity',
 '属地优先：由所在的最小一级网格的队伍牵头；该级无队伍时，由上一级网格牵头；共管区域由首位网格牵头、其余网格协同；陆上没有网格而海上有的，由海上网格牵头。',
 'Territory first: the team of the smallest grid around the point leads; where it has none, the grid above it leads; in a joint area the first grid leads and the others help; at sea the sea grid leads.',
 '{micro-grid,grid,community,town,sea-grid,land-grid}');
INSERT INTO responsibility.duties (category, duty, helper_role) VALUES
('illegal_building', 'HAZARD', '{GRID_WORKER,GRID_ADVISER}'),
('exposed_rubbish', 'HAZARD', '{GRID_WORKER}'),
('dirty_road', 'HAZARD', '{GRID_WORKER}'),
('dirty_water', 'HAZARD', '{GRID_WORKER}'),
('greenery_obstruction', 'HAZARD', '{GRID_WORKER}'),
('zombie_vehicle', 'HAZARD', '{GRID_WORKER}'),
('road_damage', 'HAZARD', '{GRID_WORKER}'),
('cooking_fume', 'MEDIATION', '{GRID_WORKER}'),
('illegal_advert', 'POLICY', '{GRID_WORKER}'),
('shop_sign_dispute', 'MEDIATION', '{GRID_WORKER,GRID_ADVISER}'),
('construction_noise', 'MEDIATION', '{GRID_WORKER}'),
('unsafe_site', 'HAZARD', '{GRID_WORKER}'),
('road_collapse', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('pipe_burst', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('gas_leak', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('flooding', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('fallen_cable', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('power_failure', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('fire', 'EMERGENCY', '{GRID_WORKER,PART_TIME_GRID_WORKER}'),
('public_order', 'EMERGENCY', '{GRID_WORKER,POLICE_OFFICER}'),
('personal_safety', 'EMERGENCY', '{GRID_WORKER,POLICE_OFFICER}'),
('vessel_accident', 'EMERGENCY', '{GRID_WORKER,SEA_MEDIATOR}'),
('unlicensed_vendor', 'POLICY', '{GRID_WORKER,ENFORCEMENT_OFFICER}'),
('street_occupation', 'POLICY', '{GRID_WORKER,ENFORCEMENT_OFFICER}'),
('illegal_parking', 'POLICY', '{GRID_WORKER}'),
('bike_parking', 'POLICY', '{GRID_WORKER}'),
('ground_lock', 'POLICY', '{GRID_WORKER}'),
('fire_lane_blocked', 'HAZARD', '{GRID_WORKER}'),
('water_leak', 'MEDIATION', '{GRID_WORKER}'),
('sewage', 'HAZARD', '{GRID_WORKER}'),
('noise', 'MEDIATION', '{GRID_WORKER}'),
('fly_wire_charging', 'HAZARD', '{GRID_WORKER}'),
('ebike_indoor', 'HAZARD', '{GRID_WORKER}'),
('charging_pile', 'HAZARD', '{GRID_WORKER}'),
('lift', 'HAZARD', '{GRID_WORKER}'),
('street_lamp', 'HAZARD', '{GRID_WORKER}'),
('tree', 'HAZARD', '{GRID_WORKER}'),
('hazard', 'HAZARD', '{GRID_WORKER}'),
('falling_object', 'HAZARD', '{GRID_WORKER}'),
('neighbour_dispute', 'MEDIATION', '{GRID_WORKER,SEA_MEDIATOR}'),
('policy_question', 'POLICY', '{GRID_WORKER}'),
('welfare_check', 'INFORMATION', '{GRID_WORKER}'),
('other', 'INFORMATION', '{GRID_WORKER}'),
('group_rental', 'INFORMATION', '{GRID_WORKER,GRID_ADVISER,POLICE_OFFICER}'),
('labour_dispute', 'MEDIATION', '{GRID_WORKER,GRID_ADVISER,SEA_MEDIATOR}'),
('estate_management', 'MEDIATION', '{GRID_WORKER,GRID_ADVISER}'),
('boundary_dispute', 'MEDIATION', '{GRID_WORKER,GRID_ADVISER}');
