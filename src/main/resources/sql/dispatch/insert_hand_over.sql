-- Records that another leads an incident. Parameters, in order: incident_id, number, at, because, reason, actor, from_grid,
-- from_person, to_grid, to_person, bounce. Index: none read.
INSERT INTO dispatch.hand_overs
    (incident_id, number, at, because, reason, actor, from_grid, from_person, to_grid, to_person, bounce)
VALUES (?::uuid, ?::text, ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::boolean)
