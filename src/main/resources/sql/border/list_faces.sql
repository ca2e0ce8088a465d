-- The gaps and overlaps of a layer as the register knew them at a time, each with its state then and its shape in one scan, or
-- where that scan has none of it the last shape that was known.
-- Parameters: layer; known (infinity: now); scan (an id, or null: the scan that stood then); face (one id, or null: all).
-- Output: id, kind, layer, first_seen, state, version, team, role, person, note, scan_id, edition, standing (in the scan), last_seen
--   (null in the scan), parent_code, inside, around, area_m2, street_m, wkb.
-- Index: faces_layer_kind_number_key, shapes_face, one_state_at_a_time, one_scan_at_a_time.
WITH asked AS (
    SELECT coalesce(CAST(:scan AS bigint), (SELECT s.id FROM border.scans s
                    WHERE s.layer = :layer AND s.known @> CAST(:known AS timestamptz))) AS scan_id
)
SELECT f.id, f.kind, f.layer, f.first_seen, st.state, st.version, st.team, st.role, st.person, st.note,
       sh.scan_id, sc.edition, coalesce(sh.scan_id = a.scan_id, false) AS standing,
       CASE WHEN sh.scan_id IS DISTINCT FROM a.scan_id AND upper(sc.known) <= CAST(:known AS timestamptz)
            THEN upper(sc.known) END AS last_seen,
       sh.parent_code, sh.inside, sh.around, sh.area_m2, sh.street_m, ST_AsBinary(sh.geom) AS wkb
FROM border.faces f
CROSS JOIN asked a
JOIN border.states st ON st.face_id = f.id AND st.known @> CAST(:known AS timestamptz)
JOIN LATERAL (
    SELECT s.* FROM border.shapes s JOIN border.scans c ON c.id = s.scan_id
    WHERE s.face_id = f.id AND lower(c.known) <= CAST(:known AS timestamptz)
    ORDER BY (s.scan_id = a.scan_id) DESC NULLS LAST, s.scan_id DESC LIMIT 1) sh ON true
JOIN border.scans sc ON sc.id = sh.scan_id
WHERE f.layer = :layer AND (CAST(:face AS text) IS NULL OR f.id = :face)
ORDER BY f.id
