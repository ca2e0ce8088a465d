-- Stores a version of the time limits with its rows.
-- Parameters: version, validFrom, nameZh, nameEn, workHours, madeBy; of each row, as arrays of one length: tiers, categories,
-- conditions, kinds, amounts, units. Index: limits_once.
WITH profile AS (
    INSERT INTO deadline.profiles (version, valid_from, name_zh, name_en, work_hours, made_by)
    VALUES (:version, :validFrom::timestamptz, :nameZh, :nameEn, :workHours, :madeBy)
    RETURNING version
)
INSERT INTO deadline.limits (version, position, tier, category, condition, kind, amount, unit)
SELECT profile.version, r.position, r.tier::smallint, r.category, r.condition, r.kind, r.amount::integer, r.unit
FROM profile, unnest(:tiers::text[], :categories::text[], :conditions::text[], :kinds::text[], :amounts::text[],
    :units::text[]) WITH ORDINALITY AS r (tier, category, condition, kind, amount, unit, position)
