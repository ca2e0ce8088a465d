-- Purpose: count a signal of a device; holds the row until the end of the transaction, so that one signal makes the incident.
-- Parameters: device, category, at. Output: incident_id (null: none yet), signals. Index: devices_pkey.
INSERT INTO intake.devices AS d (device, category, first_at, last_at)
VALUES (:device, :category, :at, :at)
ON CONFLICT (device, category) DO UPDATE
SET signals = d.signals + 1, first_at = least(d.first_at, EXCLUDED.first_at), last_at = greatest(d.last_at, EXCLUDED.last_at)
RETURNING incident_id, signals
