-- Purpose: the staging table of a bulk load; it lives as long as the transaction. Columns in the order of the COPY. Index: none.
CREATE TEMPORARY TABLE staged_fixes (
    unit_id    integer,
    t          timestamptz,
    geom       geometry(Point, 4326),
    accuracy_m real,
    speed_mps  real,
    grid_code  text
) ON COMMIT DROP
