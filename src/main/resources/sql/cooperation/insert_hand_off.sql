-- Hands an incident to a body outside; the policy of that body says whether the clocks stand, unless it was said.
-- Parameters: id, incident, number, department, reference, note, pauses, by, at, expectedBy.
-- Index: hand_offs_incident_id_department_reference_key, hand_off_policies_pkey.
INSERT INTO cooperation.hand_offs
    (id, incident_id, number, department, reference, note, pauses, handed_by, handed_at, expected_by)
VALUES (:id, :incident, :number, :department, :reference, :note::text,
        coalesce(:pauses::boolean, (SELECT p.pauses FROM cooperation.hand_off_policies p
                                    WHERE p.department = :department), false),
        :by, :at, :expectedBy::timestamptz)
