-- What the status page and the count of complaints after a broadcast need to read of incidents.
CREATE VIEW published.public_cases AS
SELECT i.id, i.tracking_code, i.number, i.state, i.category, i.channel, i.grid_code, i.reported_at, i.closed_at, i.parked_until,
       i.merged_into, i.reopenings, i.geom
FROM incident.incidents i;
COMMENT ON VIEW published.public_cases IS 'Room incident. One row an incident with the code by which its reporter finds it, null for what was loaded. No reporter, no text; the point is for counting and is never shown. Read by notice.';
