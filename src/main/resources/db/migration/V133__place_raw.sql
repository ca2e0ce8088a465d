-- What a place's position was before it was converted: x, y, datum, conversion, source (see RawPosition).
ALTER TABLE place.places ADD COLUMN raw jsonb;
COMMENT ON COLUMN place.places.raw IS 'The position as it came in: x, y, datum, conversion, source; null where it was drawn here.';
