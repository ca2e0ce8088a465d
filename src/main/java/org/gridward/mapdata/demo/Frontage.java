package org.gridward.mapdata.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** A street edge on the drawing board, to stand things along it. */
final class Frontage {
    final LineString line;
    final double length;
    private final LengthIndexedLine index;

    Frontage(Fabric.Edge edge) {
        this(onBoard(edge));
    }

    private Frontage(LineString line) {
        this.line = line;
        this.length = line.getLength();
        this.index = new LengthIndexedLine(line);
    }

    private static LineString onBoard(Fabric.Edge edge) {
        Coordinate[] c = new Coordinate[edge.line().length];
        for (int i = 0; i < c.length; i++) {
            c[i] = new Coordinate(Plane.x(edge.line()[i].x), Plane.y(edge.line()[i].y));
        }
        return Plane.METRES.createLineString(c);
    }

    /** The same stretch without so many metres at both ends. */
    Frontage trimmed(double meters) {
        return new Frontage((LineString) index.extractLine(meters, length - meters));
    }

    /** The point so many metres along, so many to the left (positive) or right of the street's middle. */
    Coordinate at(double along, double left) {
        return index.extractPoint(Math.max(0, Math.min(length, along)), left);
    }

    Point middle() {
        return Plane.METRES.createPoint(at(length / 2, 0));
    }
}
