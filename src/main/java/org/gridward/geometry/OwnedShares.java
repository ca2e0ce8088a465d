package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shares of a disc in the area that each grid of a partition owns: a piece that several grids cover counts for the one
 * with the lowest code alone, so that the shares and that of the gap add up to 1.
 *
 * <p>Without overlap the shares are those of {@link BorderDistance#shares}, unchanged and at no cost; this is known from their
 * sum, unless there is a gap in the disc too. Else the pieces are cut out of the grids, within rounding of 1e-9 of the disc.
 */
public final class OwnedShares {

    private static final double ROUNDING = 1e-9;

    private OwnedShares() {}

    /**
     * @param whole as {@link BorderDistance#shares} gives them, for the same disc
     * @param shapes the polygon of an index
     * @return the shares over 0, the largest first, then by index
     */
    public static List<BorderDistance.Share> of(
            List<BorderDistance.Share> whole,
            IntFunction<Geometry> shapes,
            double lon,
            double lat,
            double radiusMeters) {
        double sum = 0;
        for (BorderDistance.Share share : whole) {
            sum += share.share();
        }
        if (whole.size() < 2 || Math.abs(sum - 1) <= ROUNDING) {
            return whole;
        }
        GroundFrame frame = GroundFrame.at(lat);
        Envelope box = new Envelope(lon, lon, lat, lat);
        box.expandBy(
                1.01 * radiusMeters / frame.metersPerLonDegree(), 1.01 * radiusMeters / frame.metersPerLatDegree());
        DiscShare disc = new DiscShare(lon, lat, radiusMeters);
        List<BorderDistance.Share> owned = new ArrayList<>();
        Geometry taken = null;
        for (BorderDistance.Share share : byIndex(whole)) {
            Geometry shape = shapes.apply(share.index());
            Geometry here = OverlayNGRobust.overlay(shape, shape.getFactory().toGeometry(box), OverlayNG.INTERSECTION);
            Geometry own = taken == null ? here : OverlayNGRobust.overlay(here, taken, OverlayNG.DIFFERENCE);
            double exact = Math.min(share.share(), disc.of(polygons(own)));
            if (exact > 0) {
                boolean same = share.share() - exact <= ROUNDING;
                owned.add(same ? share : new BorderDistance.Share(share.index(), exact));
            }
            taken = taken == null ? here : OverlayNGRobust.overlay(taken, here, OverlayNG.UNION);
        }
        owned.sort(Comparator.comparingDouble(BorderDistance.Share::share)
                .reversed()
                .thenComparingInt(BorderDistance.Share::index));
        return List.copyOf(owned);
    }

    private static List<BorderDistance.Share> byIndex(List<BorderDistance.Share> shares) {
        return shares.stream()
                .sorted(Comparator.comparingInt(BorderDistance.Share::index))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Geometry polygons(Geometry shape) {
        List<Polygon> parts = PolygonExtracter.getPolygons(shape);
        return shape.getFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
    }
}
