-- Who answers, in two times: the rule table in versions, teams, members, duties, owners and joint areas as they held (valid)
-- and as they were known. A correction closes a row's known time and adds another; nothing is overwritten.

ALTER TABLE responsibility.revision ADD COLUMN known_at timestamptz NOT NULL DEFAULT '-infinity';
COMMENT ON COLUMN responsibility.revision.known_at IS 'The instant of the last change. Each change takes a later one while it holds this row, so what is known grows in one order.';

-- The rule table.

CREATE TABLE responsibility.rule_tables (
    version integer PRIMARY KEY CHECK (version > 0),
    text_zh text NOT NULL CHECK (length(text_zh) BETWEEN 1 AND 2000),
    text_en text NOT NULL CHECK (length(text_en) BETWEEN 1 AND 2000),
    made_at timestamptz NOT NULL,
    made_by text NOT NULL
);
COMMENT ON TABLE responsibility.rule_tables IS 'The written rule by which lead, helpers and those to be told are chosen; a version is never changed.';

CREATE TABLE responsibility.rule_rows (
    version        integer NOT NULL REFERENCES responsibility.rule_tables,
    precedence     integer NOT NULL CHECK (precedence > 0),
    rule           text NOT NULL CHECK (rule ~ '^[a-z][a-z0-9-]{1,62}$'),
    relation       text NOT NULL CHECK (relation IN ('LEAD', 'HELP', 'INFORM')),
    category_class text CHECK (category_class IN ('EVENT', 'COMPONENT')),
    category       text,
    subject        text NOT NULL CHECK (subject IN ('LAYER', 'TERRITORY', 'FREE', 'OWNER', 'PARTNERS', 'TEAM', 'RECEIVER')),
    layer          text,
    text_zh        text NOT NULL CHECK (length(text_zh) BETWEEN 1 AND 1000),
    text_en        text NOT NULL CHECK (length(text_en) BETWEEN 1 AND 1000),
    PRIMARY KEY (version, precedence),
    CHECK ((subject = 'LAYER') = (layer IS NOT NULL)),
    CHECK (category IS NULL OR category_class IS NULL)
);
COMMENT ON TABLE responsibility.rule_rows IS 'Read in order of precedence: the first LEAD row that finds somebody on duty gives the lead, every HELP row its helpers, every INFORM row those to be told. A row without class and category is for all.';
COMMENT ON COLUMN responsibility.rule_rows.subject IS 'Whom the row finds: LAYER the team of that layer''s grid; TERRITORY the finest grid of the partitions with a team; FREE the teams of free layers; OWNER the body that owns the thing; PARTNERS those who share a joint area; TEAM the members of the lead''s team named by the duty list; RECEIVER whoever took the report.';

CREATE TABLE responsibility.rule_periods (
    version integer NOT NULL REFERENCES responsibility.rule_tables,
    valid   tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known   tstzrange NOT NULL CHECK (NOT isempty(known)),
    EXCLUDE USING gist (valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.rule_periods IS 'When a version of the rule table is in force, as known when.';

INSERT INTO responsibility.rule_tables (version, text_zh, text_en, made_at, made_by)
SELECT version, text_zh, text_en, '-infinity', 'installation'
FROM responsibility.rules WHERE id = 'territory-first' AND version = 1;
INSERT INTO responsibility.rule_rows (version, precedence, rule, relation, subject, layer, text_zh, text_en)
SELECT r.version, g.precedence, r.id, g.relation, g.subject, g.layer, r.text_zh, r.text_en
FROM responsibility.rules r
CROSS JOIN LATERAL (
    VALUES (10, 'LEAD', 'PARTNERS', NULL), (50, 'LEAD', 'TERRITORY', NULL), (60, 'LEAD', 'FREE', NULL),
           (90, 'LEAD', 'RECEIVER', NULL), (110, 'HELP', 'PARTNERS', NULL), (120, 'HELP', 'TEAM', NULL),
           (130, 'HELP', 'FREE', NULL)
    UNION ALL
    SELECT 19 + o.n::integer, 'LEAD', 'LAYER', o.layer
    FROM unnest(r.layer_order) WITH ORDINALITY AS o (layer, n)
) AS g (precedence, relation, subject, layer)
WHERE r.id = 'territory-first' AND r.version = 1;

INSERT INTO responsibility.rule_tables (version, text_zh, text_en, made_at, made_by) VALUES
(2,
 '事件先属地、后属主；部件先属主、后属地；责任不清的由属地兜底；仍不清的由首接者负责。共管区域按约定：一方牵头，其余协同。',
 'Events: territory first, then the owner. Components: the owner first, then the territory. Unclear: the territory keeps it; still unclear: whoever received it first. A joint area is led as agreed, the partners help.',
 now(), 'installation');
INSERT INTO responsibility.rule_rows (version, precedence, rule, relation, category_class, subject, text_zh, text_en) VALUES
(2, 10, 'joint-area', 'LEAD', NULL, 'PARTNERS',
 '共管区域：由约定的一方牵头。', 'Joint area: the partner named in the agreement leads.'),
(2, 20, 'owner-first', 'LEAD', 'COMPONENT', 'OWNER',
 '部件先属主：由权属单位牵头。', 'Components: the owner leads.'),
(2, 30, 'territory-first', 'LEAD', 'EVENT', 'TERRITORY',
 '事件先属地：由所在的最小一级网格的队伍牵头；该级无队伍时，由上一级网格牵头。',
 'Events: the team of the smallest grid around the spot leads; where it has none, the grid above it.'),
(2, 40, 'owner-after-territory', 'LEAD', 'EVENT', 'OWNER',
 '属地无队伍的事件，由权属单位牵头。', 'Events without a team of the territory: the owner leads.'),
(2, 50, 'territory-fallback', 'LEAD', NULL, 'TERRITORY',
 '属地兜底：没有明确责任单位的，由所在网格牵头。', 'Fallback: where no owner is known, the territory leads.'),
(2, 60, 'free-layer', 'LEAD', NULL, 'FREE',
 '没有属地网格的（如海上），由覆盖该处的专属网格牵头。',
 'Where no territory holds the spot, as at sea, the free layer that covers it leads.'),
(2, 90, 'first-receiver', 'LEAD', NULL, 'RECEIVER',
 '首接负责：无人可派时，由首接者负责到底。', 'Where nobody else answers, whoever received it first keeps it.'),
(2, 110, 'joint-area', 'HELP', NULL, 'PARTNERS',
 '共管区域：其余各方和共管会协同。', 'Joint area: the other partners and the council help.'),
(2, 120, 'duty-list', 'HELP', NULL, 'TEAM',
 '权责清单：牵头队伍中对口的成员协同。', 'Duty list: the members of the leading team who are named for it help.'),
(2, 130, 'territory-helps', 'HELP', 'COMPONENT', 'TERRITORY',
 '部件由属主牵头的，属地协同。', 'Components: the territory helps the owner.'),
(2, 140, 'free-layer', 'HELP', NULL, 'FREE',
 '覆盖该处的其他专属网格协同。', 'The free layers that cover the spot help.'),
(2, 210, 'owner-told', 'INFORM', 'EVENT', 'OWNER',
 '事件告知权属单位。', 'Events: the owner is told.');

-- An installation that has answered by version 1 keeps it for its past; a new one has no other past than version 2.
INSERT INTO responsibility.rule_periods (version, valid, known)
SELECT p.version, p.valid, p.known
FROM (SELECT EXISTS (SELECT FROM responsibility.teams) AS old) i
CROSS JOIN LATERAL (
    VALUES (true, 1, tstzrange('-infinity', 'infinity'), tstzrange('-infinity', now())),
           (true, 1, tstzrange('-infinity', now()), tstzrange(now(), 'infinity')),
           (true, 2, tstzrange(now(), 'infinity'), tstzrange(now(), 'infinity')),
           (false, 2, tstzrange('-infinity', 'infinity'), tstzrange('-infinity', 'infinity'))
) AS p (old, version, valid, known)
WHERE p.old = i.old;
DROP TABLE responsibility.rules;

-- The duty list: class of category, doubt.

ALTER TABLE responsibility.duties
    DROP CONSTRAINT duties_pkey,
    ADD COLUMN category_class text NOT NULL DEFAULT 'EVENT' CHECK (category_class IN ('EVENT', 'COMPONENT')),
    ADD COLUMN doubt_threshold double precision NOT NULL DEFAULT 0.9 CHECK (doubt_threshold > 0 AND doubt_threshold <= 1),
    ADD COLUMN doubt_answer text NOT NULL DEFAULT 'ASK' CHECK (doubt_answer IN ('ASK', 'JOINT')),
    ADD COLUMN valid tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(valid)),
    ADD COLUMN known tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    ADD EXCLUDE USING gist (category WITH =, valid WITH &&, known WITH &&);
UPDATE responsibility.duties SET category_class = 'COMPONENT'
WHERE category IN ('street_lamp', 'lift', 'charging_pile', 'tree');
UPDATE responsibility.duties SET doubt_answer = 'JOINT' WHERE duty = 'EMERGENCY';
COMMENT ON COLUMN responsibility.duties.category_class IS 'COMPONENT: a thing that somebody owns (a lamp, a lift, a tree). EVENT: something that happens on a ground.';
COMMENT ON COLUMN responsibility.duties.doubt_threshold IS 'The share of the error disc that one grid must hold to answer without a question.';
COMMENT ON COLUMN responsibility.duties.doubt_answer IS 'Below the threshold: ASK which side is meant, or send JOINT without a question (emergencies).';

-- Joint areas: declared apart from the team that may look after one.

CREATE TABLE responsibility.joint_areas (
    layer     text NOT NULL,
    grid_code text NOT NULL,
    partners  text[] NOT NULL CHECK (cardinality(partners) >= 1),
    leads     jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(leads) = 'object'),
    valid     tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known     tstzrange NOT NULL CHECK (NOT isempty(known)),
    EXCLUDE USING gist (layer WITH =, grid_code WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.joint_areas IS 'Ground that several grids answer for together. The first partner leads, unless leads names another for the category.';
INSERT INTO responsibility.joint_areas (layer, grid_code, partners, valid, known)
SELECT layer, grid_code, partners, tstzrange('-infinity', 'infinity'), tstzrange('-infinity', 'infinity')
FROM responsibility.teams WHERE partners <> '{}';

-- Teams and members.

ALTER TABLE responsibility.teams
    DROP CONSTRAINT teams_layer_grid_code_key,
    DROP COLUMN partners,
    ADD COLUMN valid tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(valid)),
    ADD COLUMN known tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    ADD EXCLUDE USING gist (layer WITH =, grid_code WITH =, valid WITH &&, known WITH &&);
ALTER TABLE responsibility.members
    DROP CONSTRAINT members_team_id_role_label_zh_valid_excl,
    ADD COLUMN known tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    ADD EXCLUDE USING gist (team_id WITH =, role WITH =, label_zh WITH =, valid WITH &&, known WITH &&);

-- Owners of things.

CREATE TABLE responsibility.owners (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code      text NOT NULL CHECK (length(code) BETWEEN 1 AND 80),
    category  text NOT NULL DEFAULT '',
    layer     text NOT NULL,
    grid_code text NOT NULL DEFAULT '',
    name_zh   text NOT NULL,
    name_en   text NOT NULL,
    post_zh   text NOT NULL,
    post_en   text NOT NULL,
    phone     text,
    unit      text,
    valid     tstzrange NOT NULL CHECK (NOT isempty(valid)),
    known     tstzrange NOT NULL CHECK (NOT isempty(known)),
    EXCLUDE USING gist (code WITH =, category WITH =, layer WITH =, grid_code WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.owners IS 'Bodies that own things: of which category (empty: any component), in which grid (empty: in every grid of the layer). post is the duty post that answers, never a name.';
