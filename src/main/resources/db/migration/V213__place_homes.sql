-- Where people are reached: doors behind which somebody lives or works, each once, and the boards that hang beside them.
CREATE VIEW published.homes AS
SELECT p.code, p.kind, p.name_zh, p.name_en, p.geom,
       CASE WHEN p.attributes ->> 'households' ~ '^\d{1,6}$' THEN (p.attributes ->> 'households')::integer END AS households
FROM place.places p
WHERE p.kind IN ('stairwell', 'shop')
   OR p.kind = 'building' AND NOT EXISTS (
        SELECT 1 FROM place.places s
        WHERE s.kind = 'stairwell' AND s.building = p.building AND s.estate IS NOT DISTINCT FROM p.estate);
COMMENT ON VIEW published.homes IS 'Room place. Doors with somebody behind them: stairwells, shops, and buildings whose stairwells are not stored, so that no household stands in two rows. Read by notice.';

CREATE VIEW published.boards AS
SELECT p.code, p.name_zh, p.name_en, p.geom, p.attributes ->> 'gridCode' AS grid_code
FROM place.places p
WHERE p.kind = 'notice-board';
COMMENT ON VIEW published.boards IS 'Room place. Notice boards; grid_code where the board says for which grid it hangs. Read by notice.';
