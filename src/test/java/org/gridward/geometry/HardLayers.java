package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.bench.WigglyCity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Layers to try a locator on, clean and dirty, by name and seed. */
final class HardLayers {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private HardLayers() {}

    static List<GridShape> of(String name, long seed) {
        return switch (name) {
            case "city" -> WigglyCity.of(120, 6, seed).microGrids();
            case "large-grids" -> WigglyCity.of(300, 5, seed).grids();
            case "enclaves" -> RandomPartition.of(seed, 7, 6, 4, 0.01);
            case "slivers" -> shaken(WigglyCity.of(60, 4, seed).microGrids(), 2e-6, seed);
            case "simplified" -> simplified(WigglyCity.of(60, 4, seed).microGrids());
            case "steps-apart" -> shaken(WigglyCity.of(60, 4, seed).microGrids(), 0, seed);
            case "two-levels" -> twoLevels(WigglyCity.of(90, 4, seed));
            case "discs" -> discs(seed);
            case "bricks" -> bricks();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<GridShape> twoLevels(WigglyCity city) {
        List<GridShape> both = new ArrayList<>(city.microGrids());
        both.addAll(city.grids());
        return both;
    }

    /** Each vertex of each polygon by itself moved up to so many degrees; by one double where that is 0. */
    private static List<GridShape> shaken(List<GridShape> shapes, double degrees, long seed) {
        Random random = new Random(seed);
        return shapes.stream()
                .map(shape -> {
                    Geometry moved = shape.polygon().copy();
                    moved.apply(new Shake(degrees, random));
                    return new GridShape(shape.code(), moved);
                })
                .filter(shape -> shape.polygon().isValid())
                .toList();
    }

    /** Each polygon thinned out by itself, up to 40 m: gaps and overlaps all along the borders. */
    private static List<GridShape> simplified(List<GridShape> shapes) {
        return shapes.stream()
                .map(shape -> new GridShape(shape.code(), TopologyPreservingSimplifier.simplify(shape.polygon(), 4e-4)))
                .toList();
    }

    private static List<GridShape> discs(long seed) {
        Random random = new Random(seed);
        List<GridShape> discs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Geometry disc = SHAPES.createPoint(new Coordinate(122 + random.nextDouble(), 30 + random.nextDouble()))
                    .buffer(0.01 + random.nextDouble() * 0.2, 1 + random.nextInt(8));
            discs.add(new GridShape("%02d".formatted(i), disc));
        }
        return discs;
    }

    /** Upright boxes laid like bricks: T-junctions at every corner, borders along the lines of any lattice. */
    private static List<GridShape> bricks() {
        List<GridShape> bricks = new ArrayList<>();
        for (int row = 0; row < 16; row++) {
            for (int i = 0; i < 8; i++) {
                double west = i + (row % 2) * 0.5;
                bricks.add(Wkt.box("%02d-%d".formatted(row, i), west, row * 0.25, west + 1, row * 0.25 + 0.25));
            }
        }
        return bricks;
    }

    /** Keeps rings closed: equal vertices of one shape move alike. */
    private static final class Shake implements CoordinateSequenceFilter {
        private final double degrees;
        private final Random random;

        Shake(double degrees, Random random) {
            this.degrees = degrees;
            this.random = random;
        }

        @Override
        public void filter(CoordinateSequence points, int i) {
            if (i == points.size() - 1) {
                points.setOrdinate(i, 0, points.getX(0));
                points.setOrdinate(i, 1, points.getY(0));
                return;
            }
            for (int k = 0; k < 2; k++) {
                double old = points.getOrdinate(i, k);
                double moved = degrees == 0
                        ? random.nextInt(3) == 0 ? Math.nextUp(old) : old
                        : old + (random.nextDouble() - 0.5) * degrees;
                points.setOrdinate(i, k, moved);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
