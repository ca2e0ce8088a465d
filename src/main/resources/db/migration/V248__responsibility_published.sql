-- The roster in both times, for whoever shows or proves what was in force at a past second.

CREATE VIEW published.roster_posts AS
SELECT t.layer, t.grid_code, t.name_zh AS team_zh, t.name_en AS team_en, m.role, m.label_zh, m.label_en, m.unit,
       m.valid * t.valid AS valid, m.known * t.known AS known
FROM responsibility.teams t
JOIN responsibility.members m ON m.team_id = t.id;
COMMENT ON VIEW published.roster_posts IS 'Room responsibility. The posts of the teams of grids: who is named, when that holds (valid) and since and until when it was known. Labels name posts, not persons; no phones. Read by replay.';

CREATE VIEW published.roster_rows AS
SELECT 'team' AS kind, t.valid, t.known,
       jsonb_build_array(t.layer, t.grid_code, t.template, t.name_zh, t.name_en) AS says
FROM responsibility.teams t
UNION ALL
SELECT 'member', m.valid * t.valid, m.known * t.known, jsonb_build_array(t.layer, t.grid_code, m.role, m.label_zh, m.label_en, m.phone, m.unit)
FROM responsibility.members m JOIN responsibility.teams t ON t.id = m.team_id
UNION ALL
SELECT 'rules', p.valid, p.known, jsonb_build_array(p.version) FROM responsibility.rule_periods p
UNION ALL
SELECT 'duty', d.valid, d.known,
       jsonb_build_array(d.category, d.duty, d.helper_role, d.category_class, d.doubt_threshold, d.doubt_answer)
FROM responsibility.duties d
UNION ALL
SELECT 'joint-area', j.valid, j.known, jsonb_build_array(j.layer, j.grid_code, j.partners, j.leads)
FROM responsibility.joint_areas j
UNION ALL
SELECT 'owner', o.valid, o.known,
       jsonb_build_array(o.code, o.category, o.layer, o.grid_code, o.name_zh, o.name_en, o.post_zh, o.post_en, o.phone, o.unit)
FROM responsibility.owners o
UNION ALL
SELECT 'department', d.valid, d.known, jsonb_build_array(d.code, d.name_zh, d.name_en, d.kind, d.external, d.phone)
FROM responsibility.departments d;
COMMENT ON VIEW published.roster_rows IS 'Room responsibility. All that decides who answers, one row a statement, with when it holds (valid) and since and until when it was known. Read by replay: the digest of the roster of a second.';
