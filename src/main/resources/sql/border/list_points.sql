-- The doors in some faces, and the cases reported in them in a span of time. Points on a face's border are included.
-- Parameters: faces (ids), scans (of the shapes, in the same order), since, until. Output: face_id, ref (code of the door or number
--   of the case), lon, lat, door, households; doors first, then by spot. Index: shapes_pkey; places_geom_gist and incidents_geom
--   through the views.
WITH shown AS (
    SELECT s.face_id, s.geom
    FROM unnest(CAST(:faces AS text[]), CAST(:scans AS bigint[])) AS wanted (face_id, scan_id)
    JOIN border.shapes s USING (face_id, scan_id)
)
SELECT s.face_id, d.code AS ref, ST_X(d.geom) AS lon, ST_Y(d.geom) AS lat, true AS door, d.households
FROM shown s JOIN published.doors d ON d.geom && s.geom AND ST_Covers(s.geom, d.geom)
UNION ALL
SELECT s.face_id, i.number, ST_X(i.geom), ST_Y(i.geom), false, NULL
FROM shown s JOIN published.incident_points i ON i.geom && s.geom AND ST_Covers(s.geom, i.geom)
WHERE i.reported_at > CAST(:since AS timestamptz) AND i.reported_at <= CAST(:until AS timestamptz)
ORDER BY door DESC, lon, lat, ref, face_id
