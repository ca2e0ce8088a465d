-- Complaints about one place, found by its code.
CREATE INDEX incidents_place ON incident.incidents ((location ->> 'placeCode'), reported_at)
    WHERE location ->> 'placeCode' IS NOT NULL;
