package org.gridward.geometry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The 491 traffic zones of Shenzhen, read where they lie: whole metres of EPSG:3857, here turned into degrees. */
final class ShenzhenZones {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double RADIUS = 6378137;
    private static final int HEADER = 100;
    private static final int BEFORE_PARTS = 44;

    private ShenzhenZones() {}

    /** Zones coded by their place in the file, three digits. */
    static List<GridShape> read() {
        ByteBuffer file;
        try {
            file = ByteBuffer.wrap(
                    Files.readAllBytes(ChicagoShapes.folder().resolve("shenzhen-zones-ev/SZ_districts.shp")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<GridShape> zones = new ArrayList<>();
        for (int at = HEADER; at < file.limit(); ) {
            int bytes = 2 * file.order(ByteOrder.BIG_ENDIAN).getInt(at + 4);
            zones.add(new GridShape(
                    "%03d".formatted(zones.size()),
                    SHAPES.createMultiPolygon(zone(file.order(ByteOrder.LITTLE_ENDIAN), at + 8))));
            at += 8 + bytes;
        }
        return zones;
    }

    /** Clockwise rings are shells; each hole goes to the shell that holds it. */
    private static Polygon[] zone(ByteBuffer file, int record) {
        int parts = file.getInt(record + 36);
        int points = file.getInt(record + 40);
        int first = record + BEFORE_PARTS + 4 * parts;
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = file.getInt(record + BEFORE_PARTS + 4 * part);
            int to = part + 1 < parts ? file.getInt(record + BEFORE_PARTS + 4 * part + 4) : points;
            Coordinate[] ring = new Coordinate[to - from];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = degrees(file.getDouble(first + 16 * (from + i)), file.getDouble(first + 16 * (from + i) + 8));
            }
            (Orientation.isCCW(ring) ? holes : shells).add(SHAPES.createLinearRing(ring));
        }
        return shells.stream()
                .map(shell -> SHAPES.createPolygon(
                        shell,
                        holes.stream()
                                .filter(hole -> SHAPES.createPolygon(shell).covers(hole))
                                .toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
    }

    private static Coordinate degrees(double x, double y) {
        return new Coordinate(Math.toDegrees(x / RADIUS), Math.toDegrees(Math.atan(Math.sinh(y / RADIUS))));
    }
}
