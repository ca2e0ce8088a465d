-- Every team that ever was known with its members, the leading role first.
-- Output: one row a member (or one with null role for a team without), teams together; null times are open.
-- Reads whole tables once; relies on no index.
SELECT t.id, t.layer, t.grid_code, t.template, t.name_zh, t.name_en,
       nullif(lower(t.valid), '-infinity') AS valid_from, nullif(upper(t.valid), 'infinity') AS valid_to,
       nullif(lower(t.known), '-infinity') AS known_from, nullif(upper(t.known), 'infinity') AS known_to,
       m.role, r.name_zh AS role_zh, r.name_en AS role_en, m.label_zh, m.label_en, m.phone, m.unit,
       nullif(lower(m.valid), '-infinity') AS member_valid_from, nullif(upper(m.valid), 'infinity') AS member_valid_to,
       nullif(lower(m.known), '-infinity') AS member_known_from, nullif(upper(m.known), 'infinity') AS member_known_to
FROM responsibility.teams t
LEFT JOIN responsibility.members m ON m.team_id = t.id
LEFT JOIN responsibility.template_roles r ON r.template = t.template AND r.role = m.role
ORDER BY t.layer, t.grid_code, t.id, r.rank, m.label_zh, m.id
