-- Lineage between any two editions that follow one another in some known state of the register, with the ground that moved.

CREATE TABLE grid.lineage_pairs (
    before_edition uuid NOT NULL REFERENCES grid.editions,
    after_edition  uuid NOT NULL REFERENCES grid.editions,
    PRIMARY KEY (before_edition, after_edition),
    CHECK (before_edition <> after_edition)
);
COMMENT ON TABLE grid.lineage_pairs IS 'Which pairs of editions have their lineage worked out; a pair without steps changed nothing.';

ALTER TABLE grid.lineage
    ADD COLUMN before_edition uuid REFERENCES grid.editions,
    ADD COLUMN flows jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN grid.lineage.before_edition IS 'The edition before; null in rows written before this was kept, which are no longer read.';
COMMENT ON COLUMN grid.lineage.flows IS 'Ground that moved: from, to, areaSquareMeters, shareOfFrom, shareOfTo.';
CREATE INDEX lineage_pair ON grid.lineage (before_edition, edition_id);
CREATE INDEX grids_code ON grid.grids (code);
