-- Stores teams and, for those with partners, their joint areas, known from an instant on.
-- Parameters: arrays of the same length, one element a team; partners are codes joined by line feeds; knownAt.
-- Relies on no index; the exclusion constraints forbid two teams of one grid at a time.
WITH given AS (
    SELECT * FROM unnest(:layers::text[], :gridCodes::text[], :templates::text[], :namesZh::text[], :namesEn::text[],
                         :partners::text[])
        AS g (layer, grid_code, template, name_zh, name_en, partners)
),
shared AS (
    INSERT INTO responsibility.joint_areas (layer, grid_code, partners, valid, known)
    SELECT layer, grid_code, string_to_array(partners, E'\n'), tstzrange('-infinity', 'infinity'),
           tstzrange(:knownAt::timestamptz, 'infinity')
    FROM given
    WHERE partners <> ''
)
INSERT INTO responsibility.teams (layer, grid_code, template, name_zh, name_en, known)
SELECT layer, grid_code, template, name_zh, name_en, tstzrange(:knownAt::timestamptz, 'infinity')
FROM given
