-- Adds a meeting, numbered after those before it.
-- Parameters: id, deliberation, heldAt, place, minutes, attendance (JSON text), taken, quorate, by, at.
-- Output: the meeting. Index: meetings_deliberation_id_ordinal_key.
INSERT INTO cooperation.meetings
    (id, deliberation_id, ordinal, held_at, place, minutes, attendance, seats_taken, quorate, recorded_by, recorded_at)
SELECT :id, :deliberation, coalesce(max(ordinal), 0) + 1, :heldAt, :place::text, :minutes, :attendance::jsonb, :taken,
       :quorate, :by, :at
FROM cooperation.meetings
WHERE deliberation_id = :deliberation
RETURNING *
