-- Purpose: begin the count of a new incident of a device.
-- Parameters: device, category, incident, at. Output: none that is read. Index: devices_pkey.
UPDATE intake.devices
SET incident_id = CAST(:incident AS uuid), signals = 1, first_at = :at, last_at = :at
WHERE device = :device AND category = :category
