-- Talking a matter over: templates of who sits at the table and what happens in which order, the deliberations that follow
-- them, their meetings, votes, and the versions of an agreement with who signed which.

CREATE TABLE cooperation.templates (
    code       text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{1,62}$'),
    version    integer NOT NULL CHECK (version > 0),
    spec       jsonb NOT NULL,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (code, version)
);
COMMENT ON TABLE cooperation.templates IS 'Templates of deliberations in versions; the highest is used for new ones. spec: names, seats, steps with one accountable seat each, quorum, vote thresholds for turnout and approval, days of publication.';

CREATE TABLE cooperation.deliberations (
    id               uuid PRIMARY KEY,
    incident_id      uuid NOT NULL,
    number           text NOT NULL,
    template         text NOT NULL,
    template_version integer NOT NULL,
    subject          text NOT NULL CHECK (length(subject) BETWEEN 1 AND 4000),
    parties          jsonb NOT NULL,
    opened_by        text NOT NULL,
    opened_at        timestamptz NOT NULL,
    steps_done       integer NOT NULL DEFAULT 0,
    published_at     timestamptz,
    published_where  text,
    publish_until    timestamptz,
    outcome          text CHECK (outcome IN ('AGREED', 'DECIDED', 'FAILED')),
    result           text CHECK (length(result) <= 4000),
    closed_at        timestamptz,
    version          integer NOT NULL DEFAULT 1,
    FOREIGN KEY (template, template_version) REFERENCES cooperation.templates,
    CHECK ((outcome IS NULL) = (closed_at IS NULL)),
    CHECK (closed_at IS NULL OR publish_until IS NULL OR outcome = 'FAILED' OR closed_at >= publish_until)
);
CREATE INDEX deliberations_incident ON cooperation.deliberations (incident_id, id);
COMMENT ON TABLE cooperation.deliberations IS 'One matter talked over about an incident, by one version of a template. steps_done counts the steps taken in order; a result that must be published stays open until publish_until.';

CREATE TABLE cooperation.meetings (
    id              uuid PRIMARY KEY,
    deliberation_id uuid NOT NULL REFERENCES cooperation.deliberations,
    ordinal         integer NOT NULL,
    held_at         timestamptz NOT NULL,
    place           text,
    minutes         text NOT NULL CHECK (length(minutes) BETWEEN 1 AND 4000),
    attendance      jsonb NOT NULL,
    seats_taken     integer NOT NULL,
    quorate         boolean NOT NULL,
    recorded_by     text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    UNIQUE (deliberation_id, ordinal)
);
COMMENT ON TABLE cooperation.meetings IS 'One meeting: who came on which seat, the minutes, and whether enough seats were taken.';

CREATE TABLE cooperation.votes (
    id              uuid PRIMARY KEY,
    deliberation_id uuid NOT NULL REFERENCES cooperation.deliberations,
    question        text NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
    eligible        integer NOT NULL CHECK (eligible > 0),
    in_favour       integer NOT NULL CHECK (in_favour >= 0),
    against         integer NOT NULL CHECK (against >= 0),
    abstained       integer NOT NULL CHECK (abstained >= 0),
    turnout_reached boolean NOT NULL,
    approved        boolean NOT NULL,
    held_at         timestamptz NOT NULL,
    recorded_by     text NOT NULL,
    CHECK (in_favour + against + abstained <= eligible),
    CHECK (turnout_reached OR NOT approved)
);
CREATE INDEX votes_deliberation ON cooperation.votes (deliberation_id, id);
COMMENT ON TABLE cooperation.votes IS 'One vote. Turnout and approval are two thresholds of the template; without the first there is no second.';

CREATE TABLE cooperation.proposals (
    id              uuid PRIMARY KEY,
    deliberation_id uuid NOT NULL REFERENCES cooperation.deliberations,
    ordinal         integer NOT NULL CHECK (ordinal > 0),
    text            text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    items           jsonb NOT NULL,
    proposed_by     text NOT NULL,
    proposed_at     timestamptz NOT NULL,
    signed_at       timestamptz,
    UNIQUE (deliberation_id, ordinal)
);
CREATE UNIQUE INDEX one_binding_proposal ON cooperation.proposals (deliberation_id) WHERE signed_at IS NOT NULL;
COMMENT ON TABLE cooperation.proposals IS 'The versions of an agreement. Only the one that every party signed binds (signed_at); its items have become tasks.';

CREATE TABLE cooperation.signatures (
    proposal_id uuid NOT NULL REFERENCES cooperation.proposals,
    party       text NOT NULL,
    person      text NOT NULL CHECK (length(person) BETWEEN 1 AND 200),
    signed_at   timestamptz NOT NULL,
    taken_by    text NOT NULL,
    PRIMARY KEY (proposal_id, party)
);

-- The templates that the field reports name. Where a report gives no steps or seats, plain ones stand in their place.
INSERT INTO cooperation.templates (code, version, spec, made_by) VALUES
('joint_conference', 1, '{
  "nameZh": "1+7+X联席会议", "nameEn": "Joint conference 1+7+X", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "seats": [
    {"code": "party_branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "residents_committee", "nameZh": "居委会", "nameEn": "Residents'' committee", "required": false},
    {"code": "owners_committee", "nameZh": "业委会", "nameEn": "Owners'' committee", "required": false},
    {"code": "property", "nameZh": "物业", "nameEn": "Property company", "required": false},
    {"code": "police", "nameZh": "社区民警", "nameEn": "Community police", "required": false},
    {"code": "construction_centre", "nameZh": "城建中心", "nameEn": "Construction centre", "required": false},
    {"code": "enforcement", "nameZh": "综合执法队", "nameEn": "Enforcement team", "required": false},
    {"code": "legal_adviser", "nameZh": "法律顾问", "nameEn": "Legal adviser", "required": false}],
  "steps": [
    {"code": "meet", "nameZh": "会商", "nameEn": "Confer", "needs": "MEETING", "parts": {"party_branch": "ACCOUNTABLE", "residents_committee": "RESPONSIBLE", "legal_adviser": "CONSULTED"}},
    {"code": "divide", "nameZh": "分工", "nameEn": "Divide the work", "needs": "TASKS", "parts": {"party_branch": "ACCOUNTABLE", "residents_committee": "RESPONSIBLE"}}]}', 'migration'),
('four_party', 1, '{
  "nameZh": "四方议事平台", "nameEn": "Four-party platform", "guests": true, "quorum": {"num": 3, "den": 4}, "publicationDays": 0,
  "seats": [
    {"code": "branch", "nameZh": "党支部", "nameEn": "Branch", "required": true},
    {"code": "self_management", "nameZh": "自管会", "nameEn": "Self-management committee", "required": false},
    {"code": "building_heads", "nameZh": "楼组长", "nameEn": "Building heads", "required": false},
    {"code": "property", "nameZh": "物业", "nameEn": "Property company", "required": false}],
  "steps": [
    {"code": "meet", "nameZh": "议事", "nameEn": "Deliberate", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "divide", "nameZh": "分工", "nameEn": "Divide the work", "needs": "TASKS", "parts": {"branch": "ACCOUNTABLE", "property": "RESPONSIBLE"}}]}', 'migration'),
('five_party_seven_step', 1, '{
  "nameZh": "五方会谈、七步议事", "nameEn": "Five parties, seven steps", "guests": true, "quorum": {"num": 3, "den": 5}, "publicationDays": 7,
  "voting": {"turnout": {"num": 1, "den": 2}, "approval": {"num": 1, "den": 2}, "moreThan": true, "of": "CAST"},
  "seats": [
    {"code": "two_committees", "nameZh": "两委", "nameEn": "The two committees", "required": true},
    {"code": "party_members", "nameZh": "党员", "nameEn": "Party members", "required": false},
    {"code": "social_organisations", "nameZh": "社会组织", "nameEn": "Social organisations", "required": false},
    {"code": "villagers", "nameZh": "村民", "nameEn": "Villagers", "required": false},
    {"code": "stakeholders", "nameZh": "利益相关方", "nameEn": "Stakeholders", "required": false}],
  "steps": [
    {"code": "collect", "nameZh": "收集", "nameEn": "Collect", "needs": "NONE", "parts": {"two_committees": "ACCOUNTABLE", "party_members": "RESPONSIBLE"}},
    {"code": "set_topics", "nameZh": "定题", "nameEn": "Set the topics", "needs": "NONE", "parts": {"two_committees": "ACCOUNTABLE"}},
    {"code": "talk", "nameZh": "会谈", "nameEn": "Five-party talk", "needs": "MEETING", "parts": {"two_committees": "ACCOUNTABLE", "stakeholders": "CONSULTED"}},
    {"code": "vote", "nameZh": "表决", "nameEn": "Vote", "needs": "VOTE", "parts": {"two_committees": "ACCOUNTABLE", "villagers": "RESPONSIBLE"}},
    {"code": "publish", "nameZh": "公示", "nameEn": "Publish", "needs": "PUBLICATION", "parts": {"two_committees": "ACCOUNTABLE"}},
    {"code": "divide", "nameZh": "分工", "nameEn": "Divide the work", "needs": "TASKS", "parts": {"two_committees": "ACCOUNTABLE"}},
    {"code": "supervise", "nameZh": "监督", "nameEn": "Supervise", "needs": "NONE", "parts": {"villagers": "ACCOUNTABLE"}}]}', 'migration'),
('eight_step', 1, '{
  "nameZh": "八步议事法", "nameEn": "Eight-step deliberation", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "voting": {"turnout": {"num": 1, "den": 2}, "approval": {"num": 1, "den": 2}, "moreThan": true, "of": "CAST"},
  "seats": [
    {"code": "branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "advisers", "nameZh": "公共事务顾问团", "nameEn": "Advisers on public affairs", "required": false},
    {"code": "residents", "nameZh": "居民代表", "nameEn": "Residents", "required": false}],
  "steps": [
    {"code": "step_1", "nameZh": "第一步", "nameEn": "Step 1", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "step_2", "nameZh": "第二步", "nameEn": "Step 2", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "step_3", "nameZh": "第三步", "nameEn": "Step 3", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "advisers": "CONSULTED"}},
    {"code": "step_4", "nameZh": "第四步", "nameEn": "Step 4", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "step_5", "nameZh": "第五步", "nameEn": "Step 5", "needs": "VOTE", "parts": {"branch": "ACCOUNTABLE", "residents": "RESPONSIBLE"}},
    {"code": "step_6", "nameZh": "第六步", "nameEn": "Step 6", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "step_7", "nameZh": "第七步", "nameEn": "Step 7", "needs": "TASKS", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "step_8", "nameZh": "第八步", "nameEn": "Step 8", "needs": "NONE", "parts": {"residents": "ACCOUNTABLE"}}]}', 'migration'),
('four_step_bench', 1, '{
  "nameZh": "述家常、议家事、决家务、办实事", "nameEn": "Four-step bench", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "seats": [
    {"code": "branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "residents", "nameZh": "居民", "nameEn": "Residents", "required": true}],
  "steps": [
    {"code": "tell", "nameZh": "述家常", "nameEn": "Tell", "needs": "NONE", "parts": {"residents": "ACCOUNTABLE"}},
    {"code": "talk", "nameZh": "议家事", "nameEn": "Talk over", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "residents": "RESPONSIBLE"}},
    {"code": "decide", "nameZh": "决家务", "nameEn": "Decide", "needs": "TASKS", "parts": {"branch": "ACCOUNTABLE", "residents": "CONSULTED"}},
    {"code": "do", "nameZh": "办实事", "nameEn": "Do", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}}]}', 'migration'),
('four_deliberations_two_publications', 1, '{
  "nameZh": "四议两公开", "nameEn": "Four deliberations, two publications", "guests": false, "quorum": {"num": 1, "den": 2}, "publicationDays": 30,
  "voting": {"turnout": {"num": 1, "den": 2}, "approval": {"num": 1, "den": 2}, "moreThan": true, "of": "CAST"},
  "seats": [
    {"code": "branch", "nameZh": "村党组织", "nameEn": "Village branch", "required": true},
    {"code": "two_committees", "nameZh": "村两委", "nameEn": "The two committees", "required": false},
    {"code": "party_congress", "nameZh": "党员大会", "nameEn": "Party congress", "required": false},
    {"code": "villagers", "nameZh": "村民代表会议", "nameEn": "Villagers", "required": false}],
  "steps": [
    {"code": "propose", "nameZh": "支部提议", "nameEn": "The branch proposes", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "consult", "nameZh": "两委商议", "nameEn": "The two committees consult", "needs": "MEETING", "parts": {"two_committees": "ACCOUNTABLE", "branch": "CONSULTED"}},
    {"code": "review", "nameZh": "党员大会审议", "nameEn": "The Party congress reviews", "needs": "NONE", "parts": {"party_congress": "ACCOUNTABLE"}},
    {"code": "decide", "nameZh": "村民决议", "nameEn": "The villagers decide", "needs": "VOTE", "parts": {"villagers": "ACCOUNTABLE"}},
    {"code": "publish", "nameZh": "公开", "nameEn": "Publish", "needs": "PUBLICATION", "parts": {"two_committees": "ACCOUNTABLE"}}]}', 'migration'),
('four_deliberations_joint_answer', 1, '{
  "nameZh": "四议共答", "nameEn": "Four deliberations, one answer", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "voting": {"turnout": {"num": 2, "den": 3}, "approval": {"num": 1, "den": 2}, "moreThan": true, "of": "ELIGIBLE"},
  "seats": [
    {"code": "residents", "nameZh": "居民", "nameEn": "Residents", "required": true},
    {"code": "branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "owners", "nameZh": "业主大会", "nameEn": "Owners", "required": false}],
  "steps": [
    {"code": "propose", "nameZh": "居民提议", "nameEn": "Residents propose", "needs": "NONE", "parts": {"residents": "ACCOUNTABLE"}},
    {"code": "consult", "nameZh": "多方商议", "nameEn": "All consult", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "residents": "CONSULTED"}},
    {"code": "review", "nameZh": "党组织审议", "nameEn": "The branch reviews", "needs": "NONE", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "decide", "nameZh": "业主大会决议", "nameEn": "The owners decide", "needs": "VOTE", "parts": {"owners": "ACCOUNTABLE"}}]}', 'migration'),
('jie_consultation', 1, '{
  "nameZh": "JIE事好商量", "nameEn": "Block consultation", "guests": true, "quorum": {"num": 2, "den": 3}, "publicationDays": 0,
  "seats": [
    {"code": "block_branch", "nameZh": "街区党支部", "nameEn": "Block branch", "required": true},
    {"code": "enforcement", "nameZh": "城管", "nameEn": "Urban enforcement", "required": false},
    {"code": "ecology", "nameZh": "环保", "nameEn": "Ecology", "required": false}],
  "steps": [
    {"code": "meet", "nameZh": "商量", "nameEn": "Consult", "needs": "MEETING", "parts": {"block_branch": "ACCOUNTABLE", "enforcement": "CONSULTED", "ecology": "CONSULTED"}},
    {"code": "sign", "nameZh": "签约", "nameEn": "Sign", "needs": "SIGNATURE", "parts": {"block_branch": "ACCOUNTABLE"}}]}', 'migration'),
('round_table', 1, '{
  "nameZh": "圆桌会", "nameEn": "Round table", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "seats": [
    {"code": "community_office", "nameZh": "镇社区办", "nameEn": "Community office", "required": false},
    {"code": "operations_centre", "nameZh": "城运中心", "nameEn": "Operations centre", "required": false},
    {"code": "owners_committee", "nameZh": "业委会", "nameEn": "Owners'' committee", "required": false},
    {"code": "property", "nameZh": "物业", "nameEn": "Property company", "required": false},
    {"code": "residents", "nameZh": "居民代表", "nameEn": "Residents", "required": false}],
  "steps": [
    {"code": "meet", "nameZh": "圆桌商议", "nameEn": "Meet", "needs": "MEETING", "parts": {"community_office": "ACCOUNTABLE", "residents": "CONSULTED"}},
    {"code": "divide", "nameZh": "分工", "nameEn": "Divide the work", "needs": "TASKS", "parts": {"community_office": "ACCOUNTABLE", "property": "RESPONSIBLE"}}]}', 'migration'),
('owners_meeting', 1, '{
  "nameZh": "业主大会", "nameEn": "Owners'' meeting", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "voting": {"turnout": {"num": 2, "den": 3}, "approval": {"num": 1, "den": 2}, "moreThan": true, "of": "ELIGIBLE"},
  "seats": [
    {"code": "owners_committee", "nameZh": "业委会", "nameEn": "Owners'' committee", "required": true},
    {"code": "property", "nameZh": "物业", "nameEn": "Property company", "required": false}],
  "steps": [
    {"code": "meet", "nameZh": "商议", "nameEn": "Talk over", "needs": "MEETING", "parts": {"owners_committee": "ACCOUNTABLE", "property": "CONSULTED"}},
    {"code": "vote", "nameZh": "表决", "nameEn": "Vote", "needs": "VOTE", "parts": {"owners_committee": "ACCOUNTABLE"}}]}', 'migration'),
('zones_all_agree', 1, '{
  "nameZh": "各片区一致同意", "nameEn": "All zones agree", "guests": false, "quorum": {"num": 1, "den": 1}, "publicationDays": 0,
  "voting": {"turnout": {"num": 1, "den": 1}, "approval": {"num": 1, "den": 1}, "moreThan": false, "of": "ELIGIBLE"},
  "seats": [
    {"code": "villas", "nameZh": "别墅区", "nameEn": "Villas", "required": true},
    {"code": "duplex", "nameZh": "复式区", "nameEn": "Duplex houses", "required": true},
    {"code": "multi_storey", "nameZh": "多层区", "nameEn": "Multi-storey houses", "required": true},
    {"code": "high_rise", "nameZh": "高层区", "nameEn": "High-rise houses", "required": true},
    {"code": "shops", "nameZh": "商铺区", "nameEn": "Shops", "required": true}],
  "steps": [
    {"code": "meet", "nameZh": "商议", "nameEn": "Talk over", "needs": "MEETING", "parts": {"villas": "ACCOUNTABLE"}},
    {"code": "vote", "nameZh": "表决", "nameEn": "Vote", "needs": "VOTE", "parts": {"villas": "ACCOUNTABLE"}}]}', 'migration'),
('tree_relocation', 1, '{
  "nameZh": "树木迁移七步六方", "nameEn": "Tree relocation, seven steps and six parties", "guests": false, "quorum": {"num": 1, "den": 2}, "publicationDays": 7,
  "seats": [
    {"code": "branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "residents_committee", "nameZh": "居委会", "nameEn": "Residents'' committee", "required": false},
    {"code": "owners_committee", "nameZh": "业委会", "nameEn": "Owners'' committee", "required": false},
    {"code": "property", "nameZh": "物业", "nameEn": "Property company", "required": false},
    {"code": "greening", "nameZh": "绿化部门", "nameEn": "Greening department", "required": false},
    {"code": "residents", "nameZh": "居民", "nameEn": "Residents", "required": false}],
  "steps": [
    {"code": "collect", "nameZh": "收集诉求", "nameEn": "Collect", "needs": "NONE", "parts": {"residents_committee": "ACCOUNTABLE", "residents": "CONSULTED"}},
    {"code": "survey", "nameZh": "现场查勘", "nameEn": "Survey", "needs": "NONE", "parts": {"greening": "ACCOUNTABLE", "property": "RESPONSIBLE"}},
    {"code": "confer", "nameZh": "多方会商", "nameEn": "Confer", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "owners_committee": "CONSULTED", "greening": "CONSULTED"}},
    {"code": "plan", "nameZh": "形成方案", "nameEn": "Plan", "needs": "NONE", "parts": {"property": "ACCOUNTABLE", "greening": "CONSULTED"}},
    {"code": "publish", "nameZh": "公示", "nameEn": "Publish", "needs": "PUBLICATION", "parts": {"owners_committee": "ACCOUNTABLE", "residents": "INFORMED"}},
    {"code": "divide", "nameZh": "责任清单", "nameEn": "List of duties", "needs": "TASKS", "parts": {"branch": "ACCOUNTABLE"}},
    {"code": "supervise", "nameZh": "监督验收", "nameEn": "Supervise", "needs": "NONE", "parts": {"owners_committee": "ACCOUNTABLE", "residents": "CONSULTED"}}]}', 'migration'),
('conflict_meeting', 1, '{
  "nameZh": "矛盾协调会", "nameEn": "Conflict meeting", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "seats": [
    {"code": "branch", "nameZh": "小区党支部", "nameEn": "Estate branch", "required": true},
    {"code": "residents", "nameZh": "居民", "nameEn": "Residents", "required": true}],
  "steps": [
    {"code": "meet", "nameZh": "协调", "nameEn": "Meet", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "residents": "CONSULTED"}},
    {"code": "sign", "nameZh": "达成协议", "nameEn": "Agree", "needs": "SIGNATURE", "parts": {"branch": "ACCOUNTABLE"}}]}', 'migration'),
('open_talk', 1, '{
  "nameZh": "民情恳谈会", "nameEn": "Open talk", "guests": true, "quorum": {"num": 1, "den": 2}, "publicationDays": 0,
  "seats": [
    {"code": "branch", "nameZh": "党组织", "nameEn": "Party branch", "required": true},
    {"code": "residents", "nameZh": "居民", "nameEn": "Residents", "required": true}],
  "steps": [
    {"code": "meet", "nameZh": "恳谈", "nameEn": "Talk", "needs": "MEETING", "parts": {"branch": "ACCOUNTABLE", "residents": "CONSULTED"}}]}', 'migration'),
('joint_meeting', 1, '{
  "nameZh": "联席会", "nameEn": "Joint meeting", "guests": true, "quorum": {"num": 1, "den": 1}, "publicationDays": 0,
  "seats": [
    {"code": "residents_committee", "nameZh": "居委会", "nameEn": "Residents'' committee", "required": true}],
  "steps": [
    {"code": "meet", "nameZh": "会商", "nameEn": "Confer", "needs": "MEETING", "parts": {"residents_committee": "ACCOUNTABLE"}},
    {"code": "divide", "nameZh": "分工", "nameEn": "Divide the work", "needs": "TASKS", "parts": {"residents_committee": "ACCOUNTABLE"}}]}', 'migration');
