-- A sign of life of a console. Parameters: holder, seat, incident (null: it shows none). Index relied on: seats_pkey.
INSERT INTO console.seats AS s (holder, seat, incident_id, opened_at, seen_at)
VALUES (:holder, :seat, :incident::uuid, clock_timestamp(), clock_timestamp())
ON CONFLICT (holder, seat) DO UPDATE SET
    opened_at = CASE WHEN s.incident_id IS DISTINCT FROM excluded.incident_id THEN excluded.opened_at ELSE s.opened_at END,
    incident_id = excluded.incident_id,
    seen_at = excluded.seen_at
