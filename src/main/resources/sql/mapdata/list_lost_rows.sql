-- Purpose: rows of an import that are no longer stored where and when the import put them
-- Parameters: import (uuid), what (incidents, places or tracks)
-- Output: index, lon, lat, at; the first 20, and how many there are in all
-- Index relied on: primary key of mapdata.import_rows; the stored side is read once
WITH wanted AS (
    SELECT r.index, r.at, r.geom, ST_X(r.geom) AS lon, ST_Y(r.geom) AS lat
    FROM mapdata.import_rows r WHERE r.import_id = :import
),
-- what is stored, by spot and, where it has one, by time
stored AS (
    SELECT ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, s.occurred_at AS at, s.moved
    FROM published.incident_spots s WHERE :what = 'incidents'
    UNION ALL
    SELECT ST_X(p.geom), ST_Y(p.geom), NULL, false FROM published.place_spots p WHERE :what = 'places'
    UNION ALL
    SELECT ST_X(f.geom), ST_Y(f.geom), f.t, false FROM published.fixes f
    WHERE :what = 'tracks' AND f.t >= (SELECT min(at) FROM wanted) AND f.t <= (SELECT max(at) FROM wanted)
),
lost AS (
    SELECT w.index, w.lon, w.lat, w.at FROM wanted w
    WHERE (:what = 'places' AND NOT EXISTS (SELECT FROM stored s WHERE s.lon = w.lon AND s.lat = w.lat))
       OR (:what <> 'places' AND NOT EXISTS (SELECT FROM stored s WHERE s.at = w.at AND s.lon = w.lon AND s.lat = w.lat)
           AND NOT EXISTS (SELECT FROM stored s WHERE s.at = w.at AND s.moved))
)
SELECT l.index, l.lon, l.lat, l.at, count(*) OVER () AS in_all FROM lost l ORDER BY l.index LIMIT 20
