-- Stores teams by grid; a team that is there already is replaced and loses its members, which are stored anew.
-- Parameters: arrays of the same length, one element a team; partners are codes joined by line feeds.
-- Relies on the unique key (layer, grid_code).
WITH given AS (
    SELECT * FROM unnest(:layers::text[], :gridCodes::text[], :templates::text[], :namesZh::text[], :namesEn::text[],
                         :partners::text[])
        AS g (layer, grid_code, template, name_zh, name_en, partners)
),
-- the members of teams that are about to be replaced
emptied AS (
    DELETE FROM responsibility.members m
    USING responsibility.teams t, given g
    WHERE m.team_id = t.id AND t.layer = g.layer AND t.grid_code = g.grid_code
)
INSERT INTO responsibility.teams (layer, grid_code, template, name_zh, name_en, partners)
SELECT layer, grid_code, template, name_zh, name_en,
       CASE WHEN partners = '' THEN '{}'::text[] ELSE string_to_array(partners, E'\n') END
FROM given
ON CONFLICT (layer, grid_code) DO UPDATE
SET template = excluded.template, name_zh = excluded.name_zh, name_en = excluded.name_en, partners = excluded.partners
