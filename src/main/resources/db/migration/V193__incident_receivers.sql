-- Why later decisions are made, and who took each report, for whoever gives an unclear case back.

ALTER TABLE incident.later_decisions DROP CONSTRAINT later_decisions_because_check;
ALTER TABLE incident.later_decisions ADD CONSTRAINT later_decisions_because_check
    CHECK (because IN ('ANSWER', 'EDITION', 'MOVE', 'TRANSFER', 'RETURN', 'RULING', 'ASSIGN'));

CREATE VIEW published.first_receivers AS
SELECT i.id, i.first_receiver FROM incident.incidents i;
COMMENT ON VIEW published.first_receivers IS 'Room incident. Who took each report; never changes. Read by dispatch: a case that nobody is named for stays with its first receiver.';
