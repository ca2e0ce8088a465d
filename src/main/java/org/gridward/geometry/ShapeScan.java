package org.gridward.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Looks at every ordinate of a shape before JTS computes with it: JTS lets NaN and infinity slip through. */
final class ShapeScan {

    private ShapeScan() {}

    /** True if every x and y is a finite number (also of an empty shape). */
    static boolean isFinite(Geometry shape) {
        Finite filter = new Finite();
        shape.apply(filter);
        return !filter.found;
    }

    /** The envelope of a shape, empty if the shape is. Throws IllegalArgumentException on an infinite ordinate. */
    static Envelope finiteEnvelope(GridShape shape) {
        if (!isFinite(shape.polygon())) {
            throw new IllegalArgumentException("grid " + shape.code()
                    + " has a coordinate that is not a finite number; give longitude and latitude in degrees");
        }
        return shape.polygon().getEnvelopeInternal();
    }

    private static final class Finite implements CoordinateSequenceFilter {
        private boolean found;

        @Override
        public void filter(CoordinateSequence points, int i) {
            found |= !Double.isFinite(points.getX(i)) || !Double.isFinite(points.getY(i));
        }

        @Override
        public boolean isDone() {
            return found;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
