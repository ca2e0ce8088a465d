package org.gridward.mapdata.files;

import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Sorts the rings of a .shp polygon into shells (clockwise there) and their holes. */
final class ShpRings {

    static final int MOST_RINGS = 5_000;

    private ShpRings() {}

    static ShpReader.Shape polygons(Coordinate[][] parts) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Coordinate[] part = parts[i];
            if (part.length < 4) {
                return ShpReader.Shape.unfit("a ring has " + part.length + " positions", "part " + (i + 1));
            }
            if (!part[0].equals2D(part[part.length - 1])) {
                return ShpReader.Shape.unfit("a ring is not closed", "part " + (i + 1));
            }
            (Orientation.isCCW(part) ? holes : shells).add(GeoJson.FACTORY.createLinearRing(part));
        }
        if (shells.isEmpty()) { // written the wrong way round
            shells.addAll(holes);
            holes.clear();
        }
        return ShpReader.Shape.of(assemble(shells, holes));
    }

    private static Geometry assemble(List<LinearRing> shells, List<LinearRing> holes) {
        List<List<LinearRing>> inside = new ArrayList<>();
        shells.forEach(shell -> inside.add(new ArrayList<>()));
        for (LinearRing hole : holes) {
            int shell = smallestRound(shells, hole);
            if (shell < 0) {
                shells.add(hole);
                inside.add(new ArrayList<>());
            } else {
                inside.get(shell).add(hole);
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] =
                    GeoJson.FACTORY.createPolygon(shells.get(i), inside.get(i).toArray(LinearRing[]::new));
        }
        return polygons.length == 1 ? polygons[0] : GeoJson.FACTORY.createMultiPolygon(polygons);
    }

    private static int smallestRound(List<LinearRing> shells, LinearRing hole) {
        int best = -1;
        for (int i = 0; i < shells.size(); i++) {
            LinearRing shell = shells.get(i);
            boolean smaller = best < 0
                    || shell.getEnvelopeInternal().getArea()
                            < shells.get(best).getEnvelopeInternal().getArea();
            if (smaller && shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal()) && inRing(shell, hole)) {
                best = i;
            }
        }
        return best;
    }

    /** The first position of the hole that does not lie on the shell decides. */
    private static boolean inRing(LinearRing shell, LinearRing hole) {
        for (Coordinate at : hole.getCoordinates()) {
            int location = PointLocation.locateInRing(at, shell.getCoordinates());
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return true;
    }
}
