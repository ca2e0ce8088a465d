-- Purpose: the recorded grids of incidents, layer by layer and edition by edition, beside what PostGIS finds at the spot: also
--   where nothing was recorded though an edition was in force when the incident was placed
-- Parameters: none
-- Output: number, layer, edition; recorded codes with shares and times of placing (null: nothing recorded); held (codes that hold
--   the spot, sorted; null: none); disc codes with shares (null: no disc); lon, lat, accuracy_m, narrowed, occurred_at, known_at,
--   door (the edition was in force at the door)
-- Index relied on: grids_geom of grid.grids; reads every incident
WITH spots AS MATERIALIZED (
    SELECT * FROM published.incident_spots WHERE NOT moved
),
-- editions in force for each incident, as known both when it was written and just before: what is in between is not judged
door AS (
    SELECT s.id, p.layer, p.edition_id::text AS edition
    FROM spots s
    JOIN published.edition_times p
        ON p.valid @> s.occurred_at AND p.known @> s.known_at AND p.known @> s.known_at - interval '1 second'
),
recorded AS (
    SELECT h.incident_id AS id, h.layer, h.edition,
           array_agg(h.grid_code ORDER BY h.grid_code COLLATE "C") AS codes,
           array_agg(h.share ORDER BY h.grid_code COLLATE "C") AS shares,
           array_agg(h.placed_at ORDER BY h.grid_code COLLATE "C") AS placed
    FROM published.incident_grids h
    GROUP BY h.incident_id, h.layer, h.edition
)
SELECT s.number, l.layer, l.edition, l.codes AS recorded, l.shares, l.placed, held.codes AS held,
       disc.codes AS disc_codes, disc.shares AS disc_shares, ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, s.accuracy_m,
       s.narrowed, s.occurred_at, s.known_at, l.door
FROM (
    SELECT id, layer, edition, r.codes, r.shares, r.placed, d.edition IS NOT NULL AS door
    FROM (SELECT id, layer, edition FROM door UNION SELECT id, layer, edition FROM recorded) looked
    LEFT JOIN recorded r USING (id, layer, edition)
    LEFT JOIN door d USING (id, layer, edition)) l
JOIN spots s USING (id)
LEFT JOIN LATERAL (
    SELECT array_agg(g.code ORDER BY g.code COLLATE "C") AS codes
    FROM published.grid_shapes g
    WHERE g.edition_id = l.edition::uuid AND ST_Covers(g.geom, s.geom)) held ON true
LEFT JOIN LATERAL (
    SELECT array_agg(cut.code ORDER BY cut.code COLLATE "C") AS codes,
           array_agg(cut.share ORDER BY cut.code COLLATE "C") AS shares
    FROM (
        SELECT g.code, ST_Area(ST_Intersection(g.geom, d.geom)) / ST_Area(d.geom) AS share
        FROM (SELECT ST_Buffer(s.geom::geography, s.accuracy_m, 'quad_segs=32')::geometry AS geom) d
        JOIN published.grid_shapes g ON g.edition_id = l.edition::uuid AND ST_Intersects(g.geom, d.geom)) cut
    WHERE cut.share > 0) disc ON s.accuracy_m >= 0.001
ORDER BY s.number, l.layer, l.edition
