-- A report of an address range keeps the stretch of street between both ends.
ALTER TABLE incident.incidents ADD COLUMN segment geometry(LineString, 4326) CHECK (platform.sound_shape(segment, 1000));
COMMENT ON COLUMN incident.incidents.segment IS 'From the first house of an address range to the last; null where no range was reported. geom is the spot that stands for it.';
