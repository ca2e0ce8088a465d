package org.gridward.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geodesy.LocalFrame;
import org.gridward.geometry.GridShape;
import org.gridward.grid.LineageStep.Flow;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How much ground went from which grid to which. */
final class GroundFlows {

    /** Less than this is the rounding of an overlay, as in the topology gate. */
    private static final double LEAST_SQUARE_METERS = 0.75e-4;

    private GroundFlows() {}

    /** Every old grid against every new one that shares ground with it, and what no grid had before or has now. */
    static List<Flow> between(List<GridShape> before, List<GridShape> after) {
        List<Flow> flows = new ArrayList<>();
        Map<String, Double> left = areas(before);
        Map<String, Double> gained = areas(after);
        Map<String, Double> areaBefore = Map.copyOf(left);
        Map<String, Double> areaAfter = Map.copyOf(gained);
        STRtree tree = new STRtree();
        after.forEach(grid -> tree.insert(grid.polygon().getEnvelopeInternal(), grid));
        for (GridShape old : before) {
            Envelope box = old.polygon().getEnvelopeInternal();
            for (Object found : tree.query(box)) {
                GridShape young = (GridShape) found;
                double area = area(OverlayNGRobust.overlay(old.polygon(), young.polygon(), OverlayNG.INTERSECTION));
                if (area < LEAST_SQUARE_METERS) {
                    continue;
                }
                left.merge(old.code(), -area, Double::sum);
                gained.merge(young.code(), -area, Double::sum);
                flows.add(new Flow(
                        old.code(),
                        young.code(),
                        area,
                        share(area, areaBefore.get(old.code())),
                        share(area, areaAfter.get(young.code()))));
            }
        }
        left.forEach((code, area) -> rest(flows, code, null, area, areaBefore.get(code)));
        gained.forEach((code, area) -> rest(flows, null, code, area, areaAfter.get(code)));
        flows.sort(Comparator.comparing(Flow::from, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Flow::to, Comparator.nullsLast(Comparator.naturalOrder())));
        return flows;
    }

    /** What is left of a grid that no grid of the other edition holds; a thousandth of a square metre in a million is noise. */
    private static void rest(List<Flow> flows, String from, String to, double area, double whole) {
        if (area > Math.max(LEAST_SQUARE_METERS, 1e-9 * whole)) {
            double share = share(area, whole);
            flows.add(new Flow(from, to, area, from == null ? 0 : share, to == null ? 0 : share));
        }
    }

    private static double share(double area, double whole) {
        return Math.min(1, area / whole);
    }

    private static Map<String, Double> areas(List<GridShape> shapes) {
        Map<String, Double> areas = new HashMap<>();
        shapes.forEach(shape -> areas.put(shape.code(), area(shape.polygon())));
        return areas;
    }

    private static double area(Geometry shape) {
        if (shape.isEmpty()) {
            return 0;
        }
        Envelope box = shape.getEnvelopeInternal();
        return LocalFrame.at(box.centre().x, box.centre().y).areaSquareMeters(shape);
    }
}
