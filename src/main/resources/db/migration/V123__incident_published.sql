-- Where incidents lie and how they went, without a word about persons.
CREATE VIEW published.incident_points AS
SELECT i.id, i.number, i.category, i.state, i.reported_at, i.geom,
       CASE WHEN jsonb_typeof(i.location -> 'accuracyMeters') = 'number'
            THEN (i.location ->> 'accuracyMeters')::double precision END AS accuracy_m
FROM incident.incidents i;
COMMENT ON VIEW published.incident_points IS 'Room incident. One row an incident: where (lon/lat), when reported, what about, and the accuracy in metres that came with the report, else null. No reporter, no text. Read by border: cases in gaps, overlaps, changes of hands and near borders.';

CREATE VIEW published.incident_handling AS
SELECT i.id,
       count(*) FILTER (WHERE t.action = 'RETURN') AS returns,
       count(*) FILTER (WHERE t.action IN ('TRANSFER', 'MOVE')) AS hand_overs,
       min(t.at) FILTER (WHERE t.action = 'ACCEPT') AS accepted_at,
       i.decision ->> 'standing' = 'JOINT' AS joint
FROM incident.incidents i
LEFT JOIN incident.timeline t ON t.incident_id = i.id AND t.action IN ('RETURN', 'TRANSFER', 'MOVE', 'ACCEPT')
GROUP BY i.id;
COMMENT ON VIEW published.incident_handling IS 'Room incident. How often an incident was returned or handed over, when it was first accepted (null: not yet), whether it went to several at once. Read by border: the border-risk index.';
