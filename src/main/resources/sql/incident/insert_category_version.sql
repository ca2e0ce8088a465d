-- Purpose: store a new version of the tree of categories with all its rows; codes never used before are registered.
-- Parameters: version, validFrom, knownFrom, madeBy, note (or null), rows (JSON array of objects). Output: none that is read.
-- Index: category_versions_pkey, categories_pkey.
WITH made AS (
    INSERT INTO incident.category_versions (version, valid_from, known_from, made_by, note)
    VALUES (:version, :validFrom, :knownFrom, :madeBy, :note)
),
-- the rows as sent
given AS (
    SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
        code text, parent text, "classCode" text, "classScheme" text, "nameZh" text, "nameEn" text, tier smallint, colour text,
        "matterClass" text, "dutyType" text, departments text[], playbook text, family text, "twinMeters" integer,
        "twinHours" integer, "bothSides" boolean, revisit boolean, "patrolHours" integer, words text[], questions jsonb,
        ordinal integer)
),
registered AS (
    INSERT INTO incident.categories (code) SELECT code FROM given ON CONFLICT DO NOTHING
)
INSERT INTO incident.category_rows (version, code, parent, class_code, class_scheme, name_zh, name_en, tier, colour,
    matter_class, duty_type, departments, playbook, family, twin_meters, twin_hours, both_sides, revisit, patrol_hours, words,
    questions, ordinal)
SELECT :version, code, parent, "classCode", "classScheme", "nameZh", "nameEn", tier, colour, "matterClass", "dutyType",
       departments, playbook, family, "twinMeters", "twinHours", "bothSides", revisit, "patrolHours", words, questions, ordinal
FROM given
