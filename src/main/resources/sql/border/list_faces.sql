-- The gaps and overlaps of a layer as the register knew them at a time, each with its last shape and its state.
-- Parameters: layer; at (infinity: now); face (one id, or null: all). Output: id, kind, layer, first_seen, state, version,
--   team, role, person, note, scan_id, edition, standing, last_seen (null while it stands), parent_code, inside, around, area_m2,
--   street_m, wkb. Index: faces_layer_kind_number_key, shapes_face, one_state_at_a_time.
SELECT f.id, f.kind, f.layer, f.first_seen, st.state, st.version, st.team, st.role, st.person, st.note,
       sh.scan_id, sc.edition, sc.known @> CAST(:at AS timestamptz) AS standing,
       CASE WHEN NOT sc.known @> CAST(:at AS timestamptz) THEN upper(sc.known) END AS last_seen,
       sh.parent_code, sh.inside, sh.around, sh.area_m2, sh.street_m, ST_AsBinary(sh.geom) AS wkb
FROM border.faces f
JOIN border.states st ON st.face_id = f.id AND st.known @> CAST(:at AS timestamptz)
-- the last shape that was known by then
JOIN LATERAL (
    SELECT s.* FROM border.shapes s JOIN border.scans c ON c.id = s.scan_id
    WHERE s.face_id = f.id AND lower(c.known) <= CAST(:at AS timestamptz)
    ORDER BY s.scan_id DESC LIMIT 1) sh ON true
JOIN border.scans sc ON sc.id = sh.scan_id
WHERE f.layer = :layer AND (CAST(:face AS text) IS NULL OR f.id = :face)
ORDER BY f.id
