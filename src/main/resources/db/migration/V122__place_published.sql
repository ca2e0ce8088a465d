-- The doors of the city, for whoever counts them.
CREATE VIEW published.doors AS
SELECT p.code, p.kind, p.geom,
       CASE WHEN p.attributes ->> 'households' ~ '^\d{1,6}$' THEN (p.attributes ->> 'households')::integer END AS households
FROM place.places p
WHERE p.kind IN ('building', 'stairwell', 'gate', 'smart-gate', 'shop');
COMMENT ON VIEW published.doors IS 'Room place. Where people go in and out: buildings, stairwells, gates, smart gates and shops, one row each; households where the place says so (attribute households), else null. Read by border: doors in a gap, an overlap or a piece of ground that changes hands.';
