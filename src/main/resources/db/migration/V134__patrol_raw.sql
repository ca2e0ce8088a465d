-- Fixes that came in another datum than WGS 84, as they came. A row belongs to the fix of its unit and instant when its
-- conversion gives that fix; where two senders claim one instant both are kept.
CREATE TABLE patrol.raw_fixes (
    unit_id    integer NOT NULL,
    t          timestamptz NOT NULL,
    x          double precision NOT NULL,
    y          double precision NOT NULL,
    datum      text NOT NULL,
    conversion text NOT NULL,
    PRIMARY KEY (unit_id, t, x, y, datum)
);
COMMENT ON TABLE patrol.raw_fixes IS 'Raw degrees of fixes not sent as WGS 84 or CGCS2000; the source is the unit. Costs nothing where devices send WGS 84.';
