package org.gridward.bench.locate;

import java.util.Comparator;
import java.util.List;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Envelope;

/** One layer of grids in the order of their codes, its locator, and points over it; each made when first asked for. */
final class BenchLayer {

    /** Gives that many points, longitude and latitude in turn; the same for the same seed. */
    @FunctionalInterface
    interface PointMaker {
        double[] points(int count, long seed);
    }

    private final String name;
    private final List<GridShape> shapes;
    private final PointMaker maker;
    private GridLocator locator;
    private double[] points = {};

    BenchLayer(String name, List<GridShape> shapes, PointMaker maker) {
        this.name = name;
        this.maker = maker;
        this.shapes =
                shapes.stream().sorted(Comparator.comparing(GridShape::code)).toList();
    }

    /** The same grids and points, answered by another locator. */
    BenchLayer answeredBy(GridLocator other) {
        BenchLayer layer = new BenchLayer(name, shapes, maker);
        layer.locator = other;
        return layer;
    }

    String name() {
        return name;
    }

    List<GridShape> shapes() {
        return shapes;
    }

    GridLocator locator() {
        if (locator == null) {
            locator = GridLocator.build(shapes);
        }
        return locator;
    }

    Envelope box() {
        Envelope box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.polygon().getEnvelopeInternal()));
        return box;
    }

    int vertices() {
        return shapes.stream().mapToInt(shape -> shape.polygon().getNumPoints()).sum();
    }

    /** Longitude and latitude in turn: half uniform, half in hot spots, in random order; the same at every call. */
    double[] points(int count) {
        if (points.length != 2 * count) {
            points = maker.points(count, Setup.SEED);
        }
        return points;
    }

    double[] points(int count, long seed) {
        return maker.points(count, seed);
    }

    /** Lets go of what takes much memory. */
    void forget() {
        points = new double[0];
        locator = null;
    }
}
