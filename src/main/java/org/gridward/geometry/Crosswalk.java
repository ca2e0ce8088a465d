package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What became of the ground of one plan in another: one row for each pair of an old and a new grid that share ground.
 *
 * <p>The rows of an old code add up to the ground it owns, the rows of a new code to its own, and all rows to the ground
 * of both plans: they are sums of the same faces of one {@link Arrangement}. Ground that only one plan holds has null on
 * the other side. Where grids of one plan overlap, the lowest code owns the ground, as everywhere.
 *
 * @param rows by old code, then new code, null last
 */
public record Crosswalk(List<Row> rows) {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /**
     * The ground that an old and a new grid share.
     *
     * @param oldCode the grid of the old plan, or null where it has none
     * @param newCode the grid of the new plan, or null where it has none
     * @param shape a valid Polygon or MultiPolygon in longitude and latitude
     * @param areaSquareMeters its area on the ellipsoid
     */
    public record Row(String oldCode, String newCode, Geometry shape, double areaSquareMeters) {}

    public Crosswalk {
        rows = List.copyOf(rows);
    }

    /**
     * Compares two plans of the same layer, or of any two layers.
     *
     * @throws IllegalArgumentException if two grids of a plan share a code, a coordinate is not finite, or the borders
     *     cross too often ({@link TooTangledException})
     */
    public static Crosswalk between(List<GridShape> before, List<GridShape> after) {
        Arrangement both = Arrangement.of(Map.of(BEFORE, before, AFTER, after));
        Map<Pair, Pieces> ground = new TreeMap<>(Pair.ORDER);
        for (Face face : both.faces()) {
            if (!face.owners().isEmpty()) {
                ground.computeIfAbsent(Pair.of(face.owners()), key -> new Pieces())
                        .add(face);
            }
        }
        for (Arc arc : both.arcs()) {
            Pair left = Pair.of(arc.leftOwners());
            if (left.equals(Pair.of(arc.rightOwners())) && ground.containsKey(left)) {
                ground.get(left).adjoins = true;
            }
        }
        List<Row> rows = new ArrayList<>();
        ground.forEach((pair, pieces) -> rows.add(new Row(pair.before, pair.after, pieces.shape(), pieces.area)));
        return new Crosswalk(rows);
    }

    /** The rows of one old code. */
    public List<Row> from(String oldCode) {
        return rows.stream().filter(row -> oldCode.equals(row.oldCode)).toList();
    }

    /** The rows of one new code. */
    public List<Row> into(String newCode) {
        return rows.stream().filter(row -> newCode.equals(row.newCode)).toList();
    }

    private record Pair(String before, String after) {
        /** The lowest code of each plan; owners come by layer, then code. */
        static Pair of(List<Owner> owners) {
            return new Pair(lowest(owners, BEFORE), lowest(owners, AFTER));
        }

        private static String lowest(List<Owner> owners, String plan) {
            return owners.stream()
                    .filter(owner -> owner.layer().equals(plan))
                    .map(Owner::code)
                    .findFirst()
                    .orElse(null);
        }

        private static final Comparator<String> CODES = Comparator.nullsLast(Comparator.naturalOrder());
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::before, CODES).thenComparing(Pair::after, CODES);
    }

    /** The faces of one pair. */
    private static final class Pieces {
        private final List<Polygon> faces = new ArrayList<>();
        private double area;

        /** True if two of the faces have a border in common, which only overlaps leave. */
        private boolean adjoins;

        void add(Face face) {
            Polygon polygon = face.polygon();
            if (!polygon.isEmpty()) {
                faces.add(polygon);
            }
            area += face.areaSquareMeters();
        }

        Geometry shape() {
            if (adjoins) {
                return OverlayNGRobust.union(new ArrayList<>(faces));
            }
            return faces.size() == 1 ? faces.get(0) : SHAPES.createMultiPolygon(faces.toArray(new Polygon[0]));
        }
    }
}
