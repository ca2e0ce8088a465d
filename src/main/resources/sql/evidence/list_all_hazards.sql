-- Purpose: the hazards measured anywhere, those first that wait for an engineer, then the latest
-- Parameters: none
-- Output: every column, the zone as GeoJSON text, the number of the incident; at most 2000 rows
-- Index relied on: hazards_pkey; incidents of the view by their key
SELECT h.incident_id, i.number, h.id, h.measure, h.value, h.unit, h.tier, h.colour, h.hidden, ST_AsGeoJSON(h.zone, 7) AS zone, h.note,
       h.noted_by, h.noted_at, h.check_due, h.checked_at, h.checked_by, h.safe, h.result
FROM evidence.hazards h
JOIN published.incident_life i ON i.id = h.incident_id
ORDER BY (h.check_due IS NULL OR h.checked_at IS NOT NULL), h.noted_at DESC, h.id
LIMIT 2000
