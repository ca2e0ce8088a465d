-- Where places lie now.
CREATE VIEW published.place_spots AS SELECT p.code, p.geom FROM place.places p;
COMMENT ON VIEW published.place_spots IS 'Room place. Code and point of every place, as it is now. Read by mapdata: whether what an import stored is still there.';
