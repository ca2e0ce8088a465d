-- Hand-offs to bodies outside, each with how it went on, the latest first.
-- Parameters: id, incident, open (true: those not restored; null: all), before (an id): null does not narrow; rows.
-- Index: hand_offs_pkey, hand_offs_incident_id_department_reference_key, hand_off_posts_of.
SELECT h.*,
       coalesce((SELECT jsonb_agg(jsonb_build_object('at', p.at, 'text', p.text, 'expectedBy', p.expected_by,
                                                     'by', p.posted_by) ORDER BY p.id)
                 FROM cooperation.hand_off_posts p WHERE p.hand_off_id = h.id), '[]') AS posts
FROM cooperation.hand_offs h
WHERE (:id::uuid IS NULL OR h.id = :id::uuid)
  AND (:incident::uuid IS NULL OR h.incident_id = :incident::uuid)
  AND (:open::boolean IS NULL OR (h.restored_at IS NULL) = :open::boolean)
  AND (:before::uuid IS NULL OR h.id < :before::uuid)
ORDER BY h.id DESC
LIMIT :rows
