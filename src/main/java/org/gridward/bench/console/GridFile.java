package org.gridward.bench.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.WigglyCity;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** The made-up city of many grids, stretched over a box, as GeoJSON with households; every twentieth grid does not say how many. */
final class GridFile {

    private static final long SEED = 26;
    private static final int UNKNOWN_EVERY = 20;

    private GridFile() {}

    /** @param box west, south, east, north in degrees */
    static void write(Path file, int grids, double[] box) throws IOException {
        List<GridShape> shapes =
                WigglyCity.of(grids, Math.max(1, grids / 125), SEED).microGrids();
        Envelope drawn = new Envelope();
        shapes.forEach(shape -> drawn.expandToInclude(shape.polygon().getEnvelopeInternal()));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("{\"type\":\"FeatureCollection\",\"features\":[");
            for (int i = 0; i < shapes.size(); i++) {
                GridShape shape = shapes.get(i);
                String households = i % UNKNOWN_EVERY == 0 ? "" : ",\"households\":" + (200 + i * 37 % 900);
                out.print((i == 0 ? "" : ",\n") + "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + shape.code()
                        + "\",\"name\":\"网格 " + i + "\"" + households
                        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
                Coordinate[] ring = ((Polygon) shape.polygon().getGeometryN(0))
                        .getExteriorRing()
                        .getCoordinates();
                for (int k = 0; k < ring.length; k++) {
                    out.print((k == 0 ? "[" : ",[") + place(ring[k].x, drawn.getMinX(), drawn.getMaxX(), box[0], box[2])
                            + "," + place(ring[k].y, drawn.getMinY(), drawn.getMaxY(), box[1], box[3]) + "]");
                }
                out.print("]]}}");
            }
            out.println("]}");
        }
    }

    private static String place(double value, double from, double to, double low, double high) {
        return String.format(Locale.ROOT, "%.8f", low + (value - from) / (to - from) * (high - low));
    }
}
