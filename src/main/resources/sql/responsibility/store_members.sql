-- Stores members of teams that are stored already, known from an instant on.
-- Parameters: arrays of the same length, one element a member; null phone, unit, valid_from, valid_to are none or open;
-- knownAt.
-- Relies on the exclusion constraint's index of teams over (layer, grid_code).
INSERT INTO responsibility.members (team_id, role, label_zh, label_en, phone, unit, valid, known)
SELECT t.id, g.role, g.label_zh, g.label_en, g.phone, g.unit,
       tstzrange(coalesce(g.valid_from::timestamptz, '-infinity'), coalesce(g.valid_to::timestamptz, 'infinity'), '[)'),
       tstzrange(:knownAt::timestamptz, 'infinity')
FROM unnest(:layers::text[], :gridCodes::text[], :roles::text[], :labelsZh::text[], :labelsEn::text[], :phones::text[],
            :units::text[], :validFrom::text[], :validTo::text[])
    AS g (layer, grid_code, role, label_zh, label_en, phone, unit, valid_from, valid_to)
JOIN responsibility.teams t ON t.layer = g.layer AND t.grid_code = g.grid_code AND upper(t.known) = 'infinity'
