-- Takes the open task of the lead of an incident to a state (null: leaves it), marks deadlines met, or takes their being met back.
-- Parameters: incident, state, met (kinds of deadlines), taken_back (kinds), over (nothing counts any more: all open tasks are
-- released, deadlines that are not met are dropped), at, metAt (the same by the database's clock). Output: next_due, the earliest deadline left, or null.
-- Index: tasks_incident, deadlines_incident_id_kind_key.
WITH moved AS (
    UPDATE dispatch.tasks
    SET state = CASE WHEN :over THEN 'RELEASED' ELSE :state::text END,
        version = version + 1,
        accepted_at = CASE WHEN :state::text = 'ACCEPTED' THEN :at::timestamptz ELSE accepted_at END,
        arrived_at = CASE WHEN :state::text = 'ARRIVED' THEN :at::timestamptz ELSE arrived_at END,
        ended_at = CASE WHEN :over OR :state::text = 'CLOSED' THEN :at::timestamptz END
    WHERE incident_id = :incident AND ended_at IS NULL AND (:over OR :state::text IS NOT NULL AND part = 'LEAD')
),
met AS (
    UPDATE dispatch.deadlines
    SET met_at = CASE WHEN kind = ANY (:met::text[]) THEN :metAt::timestamptz END,
        dropped_at = CASE WHEN :over THEN :at::timestamptz END,
        ring_at = CASE WHEN NOT :over AND kind = ANY (:takenBack::text[]) AND fired_at IS NULL AND stands_at IS NULL
            THEN CASE WHEN warned_at IS NULL THEN warn_at ELSE due END END
    WHERE incident_id = :incident AND dropped_at IS NULL
      AND (met_at IS NULL AND (:over OR kind = ANY (:met::text[])) OR met_at IS NOT NULL AND kind = ANY (:takenBack::text[]))
)
SELECT min(due) AS next_due
FROM dispatch.deadlines
WHERE incident_id = :incident AND dropped_at IS NULL AND NOT :over
  AND (met_at IS NULL AND kind <> ALL (:met::text[]) OR met_at IS NOT NULL AND kind = ANY (:takenBack::text[]))
