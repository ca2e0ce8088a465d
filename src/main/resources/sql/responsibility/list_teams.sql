-- Every team with its members, the leading role first.
-- Output: one row a member (or one with null role for a team without), teams together.
-- Reads whole tables once; relies on no index.
SELECT t.id, t.layer, t.grid_code, t.template, t.name_zh, t.name_en, t.partners,
       m.role, r.name_zh AS role_zh, r.name_en AS role_en, m.label_zh, m.label_en, m.phone, m.unit,
       nullif(lower(m.valid), '-infinity') AS valid_from, nullif(upper(m.valid), 'infinity') AS valid_to
FROM responsibility.teams t
LEFT JOIN responsibility.members m ON m.team_id = t.id
LEFT JOIN responsibility.template_roles r ON r.template = t.template AND r.role = m.role
ORDER BY t.layer, t.grid_code, r.rank, m.label_zh, m.id
