package org.gridward.geodesy;

import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.projection.MapProjection;
import org.geotools.referencing.operation.projection.TransverseMercator;

/**
 * The rectangle of x and y in which a system may be used, made from its published domain of validity.
 *
 * <p>Far outside, projections return nonsense instead of failing, so positions are checked before they are transformed.
 * The published box is widened by its own size: neighbouring zones are used in practice, other continents are not.
 */
record ValidDomain(double minX, double minY, double maxX, double maxY) {

    static final ValidDomain GLOBE = new ValidDomain(-180, -90, 180, 90);

    private static final int STEPS = 16;
    private static final double WIDER = 1.0;

    static ValidDomain of(CoordinateReferenceSystem system, MathTransform fromLonLat) {
        GeographicBoundingBox published = CRS.getGeographicBoundingBox(system);
        return published == null
                ? spannedBy(unpublished(system), fromLonLat)
                : spannedBy(
                        new ValidDomain(
                                published.getWestBoundLongitude(),
                                published.getSouthBoundLatitude(),
                                published.getEastBoundLongitude(),
                                published.getNorthBoundLatitude()),
                        fromLonLat);
    }

    /** A system from a .prj file names no domain: a transverse projection is good for 6 degrees either side. */
    private static ValidDomain unpublished(CoordinateReferenceSystem system) {
        MapProjection projection = CRS.getMapProjection(system);
        if (projection instanceof TransverseMercator) {
            double middle = projection
                    .getParameterValues()
                    .parameter("central_meridian")
                    .doubleValue();
            return new ValidDomain(middle - 2, -80, middle + 2, 84);
        }
        return new ValidDomain(-180, -85, 180, 85);
    }

    private static ValidDomain spannedBy(ValidDomain degrees, MathTransform fromLonLat) {
        double west = degrees.minX;
        double east = degrees.maxX;
        double south = Math.max(-89.9, degrees.minY);
        double north = Math.min(89.9, degrees.maxY);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double[] at = {west + (east - west) * i / STEPS, south + (north - south) * j / STEPS};
                try {
                    fromLonLat.transform(at, 0, at, 0, 1);
                } catch (TransformException | IllegalArgumentException | AssertionError e) {
                    continue; // this corner of the published box has no image; the others span the rectangle
                }
                if (Double.isFinite(at[0]) && Double.isFinite(at[1])) {
                    minX = Math.min(minX, at[0]);
                    maxX = Math.max(maxX, at[0]);
                    minY = Math.min(minY, at[1]);
                    maxY = Math.max(maxY, at[1]);
                }
            }
        }
        boolean wholeWorld = east - west >= 359;
        double growX = wholeWorld ? 0 : (maxX - minX) * WIDER;
        double growY = wholeWorld ? 0 : (maxY - minY) * WIDER;
        return new ValidDomain(minX - growX, minY - growY, maxX + growX, maxY + growY);
    }

    boolean holds(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    @Override
    public String toString() {
        return "x " + Math.round(minX) + ".." + Math.round(maxX) + ", y " + Math.round(minY) + ".." + Math.round(maxY);
    }
}
