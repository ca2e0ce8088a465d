-- A change of a unit is made of the version that was read, like every other change.
ALTER TABLE patrol.units ADD COLUMN version integer NOT NULL DEFAULT 1;
