-- Stores a team template with its roles, the leading role first.
-- Parameters: code, nameZh, nameEn, slogan, counts, meaningZh, meaningEn; arrays of the same length, one element a role:
-- roles, least, most (null: any number), wanted, namesZh, namesEn. Index: templates_pkey.
WITH template AS (
    INSERT INTO responsibility.templates (code, name_zh, name_en, slogan, counts, meaning_zh, meaning_en)
    VALUES (:code, :nameZh, :nameEn, :slogan, :counts, :meaningZh, :meaningEn)
    RETURNING code
)
INSERT INTO responsibility.template_roles (template, role, rank, least, most, wanted, name_zh, name_en)
SELECT t.code, r.role, r.rank, r.least::smallint, r.most::smallint, r.wanted::smallint, r.name_zh, r.name_en
FROM template t,
     unnest(:roles::text[], :least::text[], :most::text[], :wanted::text[], :namesZh::text[], :namesEn::text[])
         WITH ORDINALITY AS r (role, least, most, wanted, name_zh, name_en, rank)
