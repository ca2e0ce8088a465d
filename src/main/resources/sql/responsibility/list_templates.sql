-- The team templates with their roles, the leading role first.
-- Output: one row a role (or one with null role for a template without). Relies on no index (reads whole tables once).
SELECT t.code, t.name_zh, t.name_en, t.slogan, t.counts, t.meaning_zh, t.meaning_en,
       r.role, r.rank, r.least, r.most, r.wanted, r.name_zh AS role_zh, r.name_en AS role_en
FROM responsibility.templates t
LEFT JOIN responsibility.template_roles r ON r.template = t.code
ORDER BY t.code, r.rank
