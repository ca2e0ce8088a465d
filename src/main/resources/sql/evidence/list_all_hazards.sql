-- Purpose: the hazards measured anywhere, those first that wait for an engineer, then the latest
-- Parameters: after (id of the last one before the page, or null), limit
-- Output: every column, the zone as GeoJSON text, the number of the incident
-- Index relied on: hazards_order; incidents of the view by their key
WITH last AS (
    SELECT (l.check_due IS NULL OR l.checked_at IS NOT NULL) AS over, l.id
    FROM evidence.hazards l WHERE l.id = CAST(:after AS uuid)
)
SELECT h.incident_id, i.number, h.id, h.measure, h.value, h.unit, h.tier, h.colour, h.hidden, ST_AsGeoJSON(h.zone, 7) AS zone, h.note,
       h.noted_by, h.noted_at, h.check_due, h.checked_at, h.checked_by, h.safe, h.result
FROM evidence.hazards h
JOIN published.incident_life i ON i.id = h.incident_id
WHERE CAST(:after AS uuid) IS NULL
   OR (h.check_due IS NULL OR h.checked_at IS NOT NULL) > (SELECT over FROM last)
   OR (h.check_due IS NULL OR h.checked_at IS NOT NULL) = (SELECT over FROM last) AND h.id < (SELECT id FROM last)
ORDER BY (h.check_due IS NULL OR h.checked_at IS NOT NULL), h.id DESC
LIMIT :limit
