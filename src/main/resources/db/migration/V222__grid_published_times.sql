-- What a check of receipts by another way needs to know of times.
CREATE VIEW published.edition_times AS
SELECT p.layer, p.edition_id, p.valid, p.known FROM grid.edition_periods p;
COMMENT ON VIEW published.edition_times IS 'Room grid. When each edition is in force (valid), and since and until when the register said so (known). Read by mapdata: which edition answered for a row of its own time.';

CREATE VIEW published.border_decisions AS
SELECT d.id, d.layer, d.code_a, d.code_b, d.owner, d.line, d.decided_at, p.valid, p.known
FROM grid.border_decisions d
JOIN grid.border_decision_periods p ON p.decision_id = d.id;
COMMENT ON VIEW published.border_decisions IS 'Room grid. Who owns the border of two grids, all of it or along a line, in two times. Read by mapdata: who may own a border point.';
