-- Stores a version of the rule table with its rows, and the period in which it is in force, known from an instant on.
-- Parameters: version, textZh, textEn, madeBy, validFrom, validTo (null: open), knownAt; arrays of the same length, one element
-- a row: precedences, rules, relations, classes, categories, subjects, layers, textsZh, textsEn (null: none).
-- Relies on the primary key of rule_tables.
WITH made AS (
    INSERT INTO responsibility.rule_tables (version, text_zh, text_en, made_at, made_by)
    VALUES (:version, :textZh, :textEn, :knownAt::timestamptz, :madeBy)
    RETURNING version
),
written AS (
    INSERT INTO responsibility.rule_rows
        (version, precedence, rule, relation, category_class, category, subject, layer, text_zh, text_en)
    SELECT made.version, g.precedence::integer, g.rule, g.relation, g.category_class, g.category, g.subject, g.layer,
           g.text_zh, g.text_en
    FROM made, unnest(:precedences::text[], :rules::text[], :relations::text[], :classes::text[], :categories::text[],
                      :subjects::text[], :layers::text[], :textsZh::text[], :textsEn::text[])
        AS g (precedence, rule, relation, category_class, category, subject, layer, text_zh, text_en)
)
INSERT INTO responsibility.rule_periods (version, valid, known)
SELECT version,
       tstzrange(coalesce(:validFrom::timestamptz, '-infinity'), coalesce(:validTo::timestamptz, 'infinity')),
       tstzrange(:knownAt::timestamptz, 'infinity')
FROM made
