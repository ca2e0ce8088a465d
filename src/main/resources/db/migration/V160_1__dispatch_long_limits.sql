-- The next migration counts time limits in microseconds, which do not fit an integer: an installation that has deadlines already
-- could not take it. Where it was taken before, this one is passed over (spring.flyway.ignore-migration-patterns).
ALTER TABLE dispatch.deadline_profiles ALTER COLUMN amount TYPE bigint;
