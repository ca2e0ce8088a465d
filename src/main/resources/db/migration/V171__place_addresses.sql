-- What a written address is looked up by besides street, estate and building: the lane (弄) and the unit (单元).
ALTER TABLE place.places
    ADD COLUMN lane text GENERATED ALWAYS AS (attributes ->> 'lane') STORED,
    ADD COLUMN unit text GENERATED ALWAYS AS (attributes ->> 'unit') STORED;
COMMENT ON COLUMN place.places.lane IS 'Lane with its street, such as 文诚路12弄: Shanghai writes estates so.';
COMMENT ON COLUMN place.places.attributes IS
    'Free attributes. Read by the server: token, lampPost, address, street, number ("922" or "922-926"), estate, lane, building, unit, owner, feeder; of a vessel: number, mmsi.';
