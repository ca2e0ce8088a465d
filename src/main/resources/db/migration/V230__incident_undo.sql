-- The last closing or transfer of an incident may be taken back for some seconds by whoever did it: what the row was before.
CREATE TABLE incident.undo_images (
    incident_id uuid PRIMARY KEY REFERENCES incident.incidents,
    action      text NOT NULL CHECK (action IN ('CLOSE', 'TRANSFER')),
    actor       text NOT NULL,
    at          timestamptz NOT NULL,
    version     integer NOT NULL,
    state       text NOT NULL,
    held        boolean NOT NULL,
    quick_fix   boolean NOT NULL,
    closed_how  text,
    root_cause  text
);
COMMENT ON TABLE incident.undo_images IS 'One row an incident, of its last closing or transfer: what it was before, and the version that it had afterwards. Of use only while the incident still has that version.';

ALTER TABLE incident.later_decisions DROP CONSTRAINT later_decisions_because_check;
ALTER TABLE incident.later_decisions ADD CONSTRAINT later_decisions_because_check
    CHECK (because IN ('ANSWER', 'EDITION', 'MOVE', 'TRANSFER', 'RETURN', 'RULING', 'ASSIGN', 'UNDO'));

CREATE OR REPLACE VIEW published.incident_actions AS
SELECT t.id, t.incident_id, t.at, t.action, t.state,
       CASE WHEN t.action = 'TRANSFER' THEN t.detail ->> 'to' END AS target
FROM incident.timeline t
WHERE t.action <> 'UNDO'
  AND (t.action NOT IN ('CLOSE', 'TRANSFER') OR NOT EXISTS (
        SELECT FROM incident.timeline u
        WHERE u.incident_id = t.incident_id AND u.action = 'UNDO' AND (u.detail ->> 'of')::bigint = t.id));
COMMENT ON VIEW published.incident_actions IS 'Room incident. One row an action: when, what, the state after it; target is the code that a transfer named. What was taken back within seconds is left out, with its taking back. No actor, no text. Read by evaluation: the counters of the standard.';
