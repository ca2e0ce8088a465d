-- Purpose: whether there is an incident, whistle or meeting of that id
-- Parameters: kind, ref
-- Output: there
-- Index relied on: primary keys of the tables behind the views
SELECT CASE :kind
           WHEN 'INCIDENT' THEN EXISTS (SELECT 1 FROM published.incident_points p WHERE p.id = :ref)
           WHEN 'WHISTLE' THEN EXISTS (SELECT 1 FROM published.whistle_calls w WHERE w.id = :ref)
           WHEN 'MEETING' THEN EXISTS (SELECT 1 FROM published.meetings m WHERE m.id = :ref)
           ELSE false
       END AS there;
