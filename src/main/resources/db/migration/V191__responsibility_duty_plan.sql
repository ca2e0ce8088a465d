-- Team templates as the field has them, titles that change, who is on duty when, who stands in for whom, the duty lists of
-- roles. What is declared for a period is kept in two times.

CREATE VIEW published.departments AS
SELECT d.code, d.name_zh, d.name_en, d.external, d.phone, d.mail, d.arrive_minutes
FROM responsibility.departments d
WHERE d.valid @> now() AND upper(d.known) = 'infinity';
COMMENT ON VIEW published.departments IS 'Room responsibility. The departments of today with their mail addresses. Read by notice: messages to departments.';

-- Templates.

ALTER TABLE responsibility.templates
    ADD COLUMN slogan text,
    ADD COLUMN counts text NOT NULL DEFAULT 'PEOPLE' CHECK (counts IN ('PEOPLE', 'BODIES', 'MEASURES')),
    ADD COLUMN meaning_zh text NOT NULL DEFAULT '',
    ADD COLUMN meaning_en text NOT NULL DEFAULT '';
COMMENT ON COLUMN responsibility.templates.slogan IS 'What people call it. Several templates share a slogan: it identifies nothing.';
COMMENT ON COLUMN responsibility.templates.counts IS 'What its numbers count: PEOPLE in roles, BODIES with a seat, or MEASURES, which staff nothing.';
ALTER TABLE responsibility.template_roles ADD COLUMN wanted smallint NOT NULL DEFAULT 0 CHECK (wanted >= 0);
COMMENT ON COLUMN responsibility.template_roles.wanted IS 'How many a complete team has; the validation report names a team with fewer. A team with fewer than least is not stored at all.';
UPDATE responsibility.template_roles SET wanted = least;
UPDATE responsibility.template_roles SET wanted = 1 WHERE template = 'BLOCK';
UPDATE responsibility.template_roles SET wanted = 1 WHERE template = 'MICRO' AND role = 'GRID_WORKER';
UPDATE responsibility.templates SET slogan = '1+3+N', meaning_zh = '1名网格长、1名专职网格员、1名兼职网格员、1名网格指导员、N名网格力量',
    meaning_en = 'A head, a full-time worker, a part-time worker, an adviser, any number of helpers'
WHERE code IN ('1+3+N', 'LAND', 'SEA');
UPDATE responsibility.templates SET slogan = '六大员', meaning_zh = '包保领导和六大员：社区警员、市场监督员、综合执法员、营商服务员、网格工作员、综合协管员',
    meaning_en = 'A responsible leader and six officers: police, market, enforcement, business, grid worker, coordinator'
WHERE code = 'BLOCK';

INSERT INTO responsibility.templates (code, name_zh, name_en, slogan, counts, meaning_zh, meaning_en) VALUES
('UNIT_FORCE', '微网格一支队伍', 'One force of a micro-grid', '1+1~2+1+N', 'PEOPLE', '1名班子成员、1至2名工作人员、1个党小组、N个骨干', 'A committee member, one or two staff, a Party group, any number of key people'),
('GOAL_PARTIES', '一个目标三方力量', 'One goal, three parties', '1+3+N', 'BODIES', '1个目标、3方力量、N名志愿者', 'One goal, three parties, any number of volunteers'),
('FUND_MIX', '多方筹资', 'A mix of funds', '1+3+N', 'MEASURES', '筹资渠道的组合，不是队伍', 'A mix of ways to raise money; it staffs nothing'),
('BRANCHES', '支部和网格支部', 'Branch and grid branches', '1+3+N', 'BODIES', '1个总支部、3个网格支部、N个党小组', 'One branch, three grid branches, any number of groups'),
('IRON_TRIANGLE', '街区铁三角', 'Iron triangle of a block', '铁三角', 'PEOPLE', '书记、党建顾问、两名从业主中产生的委员', 'A secretary, an adviser, two members found among the owners'),
('CONFERENCE', '联席会议', 'Joint conference', '1+7+X', 'BODIES', '1个党组织、7方固定席位、X方列席', 'One Party organisation, seven fixed seats, any guests'),
('SELF_OFFICE', '自管办', 'Self-management office', '自管办', 'PEOPLE', '主任、副主任、协管员、监督员、租客志愿者', 'A head, deputies, coordinators, supervisors, tenant volunteers'),
('STAIRWELL_GROUP', '楼道三人小组', 'Three people of a stairwell', '三人小组', 'PEOPLE', '3名居民，期满解散', 'Three residents, for a time'),
('ALLIANCE', '轮值联盟', 'Alliance on duty by the month', '本月我当值', 'BODIES', '9家单位每月一家当值', 'Nine units, one on duty each month'),
('STREET_VOLUNTEERS', '四大员', 'Four street volunteers', '四大员', 'PEOPLE', '排查员、宣传员、解题人、暖心人', 'One looks, one tells, one solves, one cares');
INSERT INTO responsibility.template_roles (template, role, rank, least, most, wanted, name_zh, name_en) VALUES
('UNIT_FORCE', 'COMMITTEE_MEMBER', 1, 1, 1, 1, '班子成员', 'Committee member'),
('UNIT_FORCE', 'GRID_WORKER', 2, 1, 2, 1, '工作人员', 'Staff'),
('UNIT_FORCE', 'PARTY_GROUP', 3, 1, 1, 1, '党小组', 'Party group'),
('UNIT_FORCE', 'GRID_HELPER', 4, 0, NULL, 0, '骨干', 'Key people'),
('GOAL_PARTIES', 'PARTY', 1, 3, 3, 3, '一方力量', 'Party'),
('GOAL_PARTIES', 'VOLUNTEER', 2, 0, NULL, 0, '志愿者', 'Volunteer'),
('BRANCHES', 'BRANCH', 1, 1, 1, 1, '总支部', 'Branch'),
('BRANCHES', 'GRID_BRANCH', 2, 3, 3, 3, '网格支部', 'Grid branch'),
('BRANCHES', 'PARTY_GROUP', 3, 0, NULL, 0, '党小组', 'Group'),
('IRON_TRIANGLE', 'SECRETARY', 1, 1, 1, 1, '街区支部书记', 'Block secretary'),
('IRON_TRIANGLE', 'PARTY_ADVISER', 2, 1, 1, 1, '党建顾问', 'Adviser'),
('IRON_TRIANGLE', 'OWNER_MEMBER', 3, 2, 2, 2, '业主委员', 'Member among owners'),
('CONFERENCE', 'PARTY_ORGANISATION', 1, 1, 1, 1, '居民区党组织', 'Party organisation'),
('CONFERENCE', 'RESIDENTS_COMMITTEE', 2, 1, 1, 1, '居委会', 'Residents'' committee'),
('CONFERENCE', 'OWNERS_COMMITTEE', 3, 1, 1, 1, '业委会', 'Owners'' committee'),
('CONFERENCE', 'PROPERTY_COMPANY', 4, 1, 1, 1, '物业公司', 'Property company'),
('CONFERENCE', 'POLICE_OFFICER', 5, 1, 1, 1, '社区民警', 'Community police'),
('CONFERENCE', 'CONSTRUCTION_CENTRE', 6, 1, 1, 1, '城建中心', 'Construction centre'),
('CONFERENCE', 'ENFORCEMENT_OFFICER', 7, 1, 1, 1, '综合执法队', 'Enforcement squad'),
('CONFERENCE', 'LEGAL_ADVISER', 8, 1, 1, 1, '法律顾问', 'Legal adviser'),
('CONFERENCE', 'GUEST', 9, 0, NULL, 0, '列席方', 'Guest'),
('SELF_OFFICE', 'OFFICE_HEAD', 1, 1, 1, 1, '主任', 'Head'),
('SELF_OFFICE', 'OFFICE_DEPUTY', 2, 2, 2, 2, '副主任', 'Deputy'),
('SELF_OFFICE', 'GRID_ASSISTANT', 3, 0, NULL, 1, '网格协管员', 'Grid coordinator'),
('SELF_OFFICE', 'SUPERVISOR', 4, 0, NULL, 0, '监督员', 'Supervisor'),
('SELF_OFFICE', 'VOLUNTEER', 5, 0, NULL, 0, '租客志愿者', 'Tenant volunteer'),
('STAIRWELL_GROUP', 'RESIDENT_DELEGATE', 1, 3, 3, 3, '居民代表', 'Resident'),
('ALLIANCE', 'ALLIANCE_UNIT', 1, 9, 9, 9, '成员单位', 'Member unit'),
('STREET_VOLUNTEERS', 'HAZARD_SPOTTER', 1, 0, NULL, 1, '排查员', 'Looks for hazards'),
('STREET_VOLUNTEERS', 'MESSENGER', 2, 0, NULL, 1, '宣传员', 'Tells people'),
('STREET_VOLUNTEERS', 'SOLVER', 3, 0, NULL, 1, '解题人', 'Solves problems'),
('STREET_VOLUNTEERS', 'CARER', 4, 0, NULL, 1, '暖心人', 'Cares for people'),
('MICRO', 'PROPERTY_SPECIALIST', 4, 0, NULL, 0, '红色物业专员', 'Property specialist'),
('MICRO', 'NIGHT_DUTY', 5, 0, NULL, 0, '夜间值班员', 'Night duty'),
('1+3+N', 'PROPERTY_SPECIALIST', 6, 0, NULL, 0, '红色物业专员', 'Property specialist'),
('1+3+N', 'NIGHT_DUTY', 7, 0, NULL, 0, '夜间值班员', 'Night duty'),
('1+3+N', 'NEWCOMER_LIAISON', 8, 0, NULL, 0, '兼职委员', 'Newcomer liaison'),
('BLOCK', 'NIGHT_DUTY', 8, 0, NULL, 0, '夜间值班员', 'Night duty');

CREATE TABLE responsibility.layer_templates (
    layer     text NOT NULL,
    templates text[] NOT NULL CHECK (cardinality(templates) >= 1),
    paired    boolean NOT NULL DEFAULT false,
    valid     tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(valid)),
    known     tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    EXCLUDE USING gist (layer WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.layer_templates IS 'By which templates the grids of a layer are to be staffed, and whether each team is to be paired with one of another layer (sea with land).';
INSERT INTO responsibility.layer_templates (layer, templates, paired) VALUES
('community', '{1+3+N}', false),
('grid', '{1+3+N}', false),
('micro-grid', '{MICRO,VILLAGE,UNIT_FORCE}', false),
('sea-grid', '{SEA}', true),
('land-grid', '{LAND}', true),
('street-block', '{BLOCK}', false),
('joint-area', '{COUNCIL}', false);

-- Titles: what a role is called, where and when.

CREATE TABLE responsibility.role_titles (
    role        text NOT NULL CHECK (role ~ '^[A-Z][A-Z_]+$'),
    grid_prefix text NOT NULL CHECK (length(grid_prefix) <= 64),
    name_zh     text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en     text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    valid       tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known       tstzrange NOT NULL CHECK (NOT isempty(known)),
    EXCLUDE USING gist (role WITH =, grid_prefix WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.role_titles IS 'What a role is called in grids whose codes begin with a prefix (a town, say), for a period; else it has the title of its template. The longest prefix counts.';

-- The plan: shifts, absences, deputies, pairs of teams.

CREATE TABLE responsibility.duty_plan (
    kind      text NOT NULL CHECK (kind IN ('SHIFT', 'ABSENCE', 'DEPUTY', 'PAIR')),
    layer     text NOT NULL,
    grid_code text NOT NULL,
    code      text NOT NULL CHECK (length(code) BETWEEN 1 AND 400),
    entry     jsonb NOT NULL CHECK (jsonb_typeof(entry) = 'object'),
    valid     tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known     tstzrange NOT NULL CHECK (NOT isempty(known)),
    EXCLUDE USING gist (kind WITH =, layer WITH =, grid_code WITH =, code WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.duty_plan IS 'Of the team of a grid: recurring SHIFTs, ABSENCEs of members, DEPUTies who stand in, and the team of another layer it is a PAIR with. A member whom no shift names is always on duty.';

-- Duty lists: role by duty, or by one category.

CREATE TABLE responsibility.role_duties (
    template text NOT NULL REFERENCES responsibility.templates,
    role     text NOT NULL,
    duty     text NOT NULL CHECK (duty IN ('INFORMATION', 'POLICY', 'HAZARD', 'MEDIATION', 'EMERGENCY')),
    category text NOT NULL DEFAULT '',
    text_zh  text NOT NULL CHECK (length(text_zh) BETWEEN 1 AND 1000),
    text_en  text NOT NULL CHECK (length(text_en) BETWEEN 1 AND 1000),
    valid    tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(valid)),
    known    tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    FOREIGN KEY (template, role) REFERENCES responsibility.template_roles,
    EXCLUDE USING gist (template WITH =, role WITH =, duty WITH =, category WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.role_duties IS 'The duty list (权责清单): which of the five duties a role of a template has, all of its categories (category empty) or one.';
INSERT INTO responsibility.role_duties (template, role, duty, text_zh, text_en)
SELECT r.template, r.role, d.duty, d.text_zh, d.text_en
FROM responsibility.template_roles r
JOIN (VALUES
    ('INFORMATION', '采集人、房、事、物信息，随时更新台账', 'Collects facts on people, homes, matters and things, and keeps them current'),
    ('POLICY', '宣传政策，劝导街面秩序', 'Explains policy and keeps order in the street by persuasion'),
    ('HAZARD', '每日巡查，发现、上报并跟踪隐患', 'Walks the grid daily; finds, reports and follows up hazards'),
    ('MEDIATION', '就地调解邻里和劳资矛盾', 'Mediates disputes between neighbours and at work on the spot'),
    ('EMERGENCY', '突发事件先到场、先控制、先报告', 'In an emergency: first on the spot, first to control, first to report')
) AS d (duty, text_zh, text_en) ON CASE
    WHEN r.role IN ('GRID_HEAD', 'MICRO_GRID_HEAD', 'GRID_ASSISTANT', 'GRID_WORKER', 'COMMITTEE_MEMBER', 'RESPONSIBLE_LEADER') THEN true
    WHEN r.role = 'PART_TIME_GRID_WORKER' THEN d.duty IN ('INFORMATION', 'HAZARD', 'EMERGENCY')
    WHEN r.role = 'GRID_ADVISER' THEN d.duty IN ('POLICY', 'HAZARD', 'MEDIATION')
    WHEN r.role = 'GRID_HELPER' THEN d.duty IN ('INFORMATION', 'HAZARD')
    WHEN r.role = 'SEA_MEDIATOR' THEN d.duty IN ('MEDIATION', 'EMERGENCY')
    WHEN r.role = 'POLICE_OFFICER' THEN d.duty IN ('MEDIATION', 'EMERGENCY')
    WHEN r.role IN ('MARKET_OFFICER', 'ENFORCEMENT_OFFICER') THEN d.duty IN ('POLICY', 'HAZARD')
    WHEN r.role IN ('BUSINESS_OFFICER', 'PROPERTY_SPECIALIST') THEN d.duty IN ('INFORMATION', 'POLICY', 'MEDIATION')
    WHEN r.role IN ('COORDINATOR', 'NIGHT_DUTY') THEN d.duty IN ('INFORMATION', 'HAZARD', 'EMERGENCY')
    WHEN r.role = 'COUNCIL_CHAIR' THEN d.duty = 'MEDIATION'
    WHEN r.role = 'NEWCOMER_LIAISON' THEN d.duty IN ('INFORMATION', 'POLICY')
    ELSE false END;

-- The written rule: a paired team is told. An installation with teams keeps the table that it has put in force; its planner
-- adopts a version with this row.

ALTER TABLE responsibility.rule_rows DROP CONSTRAINT rule_rows_subject_check;
ALTER TABLE responsibility.rule_rows ADD CONSTRAINT rule_rows_subject_check
    CHECK (subject IN ('LAYER', 'TERRITORY', 'FREE', 'OWNER', 'PARTNERS', 'TEAM', 'RECEIVER', 'PAIRED'));
COMMENT ON COLUMN responsibility.rule_rows.subject IS 'Whom the row finds: LAYER the team of that layer''s grid; TERRITORY the finest grid of the partitions with a team; FREE the teams of free layers; OWNER the body that owns the thing; PARTNERS those who share a joint area; TEAM the members of the lead''s team named by the duty list; PAIRED the team that the lead''s is paired with; RECEIVER whoever took the report.';
INSERT INTO responsibility.rule_rows (version, precedence, rule, relation, subject, text_zh, text_en)
SELECT 2, 220, 'paired-team', 'INFORM', 'PAIRED', '结对队伍（陆海联动）知情。', 'The team paired with the leading one (sea with land) is told.'
WHERE NOT EXISTS (SELECT FROM responsibility.teams);
