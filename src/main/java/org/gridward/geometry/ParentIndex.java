package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The polygons of a parent layer, asked which of them hold a shape and how much of it each.
 *
 * <p>Holding is exact but for the noise rule of {@link Ground}: a rest under 0.75 cm² or under 20 nm of mean width is
 * rounding. Parents and shapes must be valid, lon/lat in degrees; areas are in square metres. Parents may overlap.
 * Not safe for use by several threads.
 */
public final class ParentIndex {

    /** The part of a shape in one parent. */
    public record Part(String code, double areaSquareMeters) {}

    /** What of a shape lies outside a parent: one or more polygons (lon/lat) and their area. */
    public record Outside(Geometry place, double areaSquareMeters) {}

    private final Map<String, Geometry> parents = new HashMap<>();
    private final Map<String, PreparedGeometry> prepared = new HashMap<>();
    private final STRtree tree = new STRtree();

    private ParentIndex() {}

    public static ParentIndex of(List<GridShape> parents) {
        ParentIndex index = new ParentIndex();
        for (GridShape parent : parents) {
            index.parents.put(parent.code(), parent.polygon());
            index.tree.insert(parent.polygon().getEnvelopeInternal(), parent.code());
        }
        index.tree.build();
        return index;
    }

    public boolean has(String code) {
        return parents.containsKey(code);
    }

    /** The parent that holds the whole shape; of several (where parents overlap) the lowest code. */
    public Optional<String> holder(Geometry shape) {
        return candidates(shape).stream()
                .filter(code -> outside(shape, code).isEmpty())
                .findFirst();
    }

    /** The parents that hold ground of the shape, the largest share first. */
    public List<Part> parts(Geometry shape) {
        List<Part> parts = new ArrayList<>();
        for (String code : candidates(shape)) {
            double area = covers(code, shape)
                    ? GroundFrame.areaSquareMeters(shape)
                    : areaOf(OverlayNGRobust.overlay(shape, parents.get(code), OverlayNG.INTERSECTION));
            if (area > 0) {
                parts.add(new Part(code, area));
            }
        }
        parts.sort(Comparator.comparingDouble(Part::areaSquareMeters).reversed().thenComparing(Part::code));
        return parts;
    }

    /** What of the shape lies outside the parent; empty when nothing does. */
    public Optional<Outside> outside(Geometry shape, String code) {
        if (covers(code, shape)) {
            return Optional.empty();
        }
        List<Polygon> ground = Ground.pieces(OverlayNGRobust.overlay(shape, parents.get(code), OverlayNG.DIFFERENCE));
        if (ground.isEmpty()) {
            return Optional.empty();
        }
        Geometry place = Ground.join(ground);
        return Optional.of(new Outside(place, GroundFrame.areaSquareMeters(place)));
    }

    private boolean covers(String code, Geometry shape) {
        return prepared.computeIfAbsent(code, key -> PreparedGeometryFactory.prepare(parents.get(key)))
                .covers(shape);
    }

    private List<String> candidates(Geometry shape) {
        List<String> codes = new ArrayList<>();
        for (Object code : tree.query(shape.getEnvelopeInternal())) {
            codes.add((String) code);
        }
        codes.sort(Comparator.naturalOrder());
        return codes;
    }

    private static double areaOf(Geometry overlay) {
        return Ground.pieces(overlay).stream()
                .mapToDouble(GroundFrame::areaSquareMeters)
                .sum();
    }
}
