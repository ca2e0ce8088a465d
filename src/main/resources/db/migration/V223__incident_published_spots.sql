-- Where each incident was placed, when, and as known when: for a check of the grids recorded with it by another way.
CREATE VIEW published.incident_spots AS
SELECT i.id, i.number, i.geom, i.occurred_at,
       to_timestamp(('x' || substr(replace(i.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) AS known_at,
       CASE WHEN jsonb_typeof(i.location -> 'accuracyMeters') = 'number'
            THEN (i.location ->> 'accuracyMeters')::double precision ELSE 0 END AS accuracy_m,
       coalesce(i.location ->> 'gridCode', '') <> '' AS narrowed,
       EXISTS (SELECT FROM incident.timeline t WHERE t.incident_id = i.id AND t.action = 'MOVE') AS moved
FROM incident.incidents i;
COMMENT ON VIEW published.incident_spots IS 'Room incident. The spot of each incident, the time whose editions answered, and when it was written (the time in its id). narrowed: the reporter named one grid of several; moved: it lies elsewhere than where it was reported. Read by mapdata: recorded grids are joined again.';

CREATE OR REPLACE VIEW published.incident_grids AS
SELECT h.incident_id, i.number, i.geom, h.layer, h.grid_code, h.edition, h.share,
       CASE WHEN jsonb_typeof(i.location -> 'accuracyMeters') = 'number'
            THEN (i.location ->> 'accuracyMeters')::double precision ELSE 0 END AS accuracy_m,
       h.placed_at
FROM incident.incident_grids h
JOIN incident.incidents i ON i.id = h.incident_id;
