package org.gridward.geometry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A stretch of border between two nodes, with one face on either side all along.
 *
 * @see Arrangement
 */
public final class Arc {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final int id;
    private final Subdivision ground;
    private final ArcChains chains;
    private final double lengthMeters;
    private final List<Owner> leftOwners;
    private final List<Owner> rightOwners;

    Arc(
            int id,
            Subdivision ground,
            ArcChains chains,
            double lengthMeters,
            List<Owner> leftOwners,
            List<Owner> rightOwners) {
        this.id = id;
        this.ground = ground;
        this.chains = chains;
        this.lengthMeters = lengthMeters;
        this.leftOwners = leftOwners;
        this.rightOwners = rightOwners;
    }

    /** Its number in the arrangement, from 0. */
    public int id() {
        return id;
    }

    /** The number of the face on its left, or {@link Arrangement#OUTSIDE}. */
    public int left() {
        return ground.faceOfHalf()[chains.link(id, 0)] - 1;
    }

    /** The number of the face on its right, or {@link Arrangement#OUTSIDE}. */
    public int right() {
        return ground.faceOfHalf()[chains.link(id, 0) ^ 1] - 1;
    }

    /** The owners of the face on its left. */
    public List<Owner> leftOwners() {
        return leftOwners;
    }

    /** The owners of the face on its right. */
    public List<Owner> rightOwners() {
        return rightOwners;
    }

    /** Its length in metres, each segment in the map of its own latitude. */
    public double lengthMeters() {
        return lengthMeters;
    }

    /** Its course in longitude and latitude; drawn anew at each call. */
    public LineString line() {
        Coordinate[] points = new Coordinate[chains.length(id) + 1];
        for (int i = 0; i < points.length - 1; i++) {
            int half = chains.link(id, i);
            points[i] = new Coordinate(ground.x(half), ground.y(half));
        }
        int back = chains.link(id, points.length - 2) ^ 1;
        points[points.length - 1] = new Coordinate(ground.x(back), ground.y(back));
        return SHAPES.createLineString(points);
    }

    /** The grids of a layer on either side, ascending, each once. */
    public List<String> codes(String layer) {
        return Stream.concat(leftOwners.stream(), rightOwners.stream())
                .filter(owner -> owner.layer().equals(layer))
                .map(Owner::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** The grid of a layer that owns the arc by the rule: the lowest code of both sides; none if no grid lies there. */
    public Optional<String> owner(String layer) {
        return codes(layer).stream().findFirst();
    }

    @Override
    public String toString() {
        return "arc " + id + " " + leftOwners + " | " + rightOwners;
    }
}
