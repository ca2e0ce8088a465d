package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LineCutterTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void cutsALineAtEachBorderItCrosses() throws ParseException {
        List<double[]> pieces = cut("LINESTRING(-1 0.5, 3 0.5)", box(0, 1, 0, 1), box(1, 2, 0, 1));

        assertThat(pieces.stream().map(piece -> piece[0])).containsExactly(-0.5, 0.5, 1.5, 2.5);
        assertThat(pieces.get(1)[2]).isCloseTo(pieces.get(0)[2], within(1e-6));
    }

    @Test
    void givesALineAlongABorderOnceAndWhole() throws ParseException {
        List<double[]> pieces = cut("LINESTRING(1 0.2, 1 0.8)", box(0, 1, 0, 1), box(1, 2, 0, 1));

        assertThat(pieces).hasSize(1);
    }

    @Test
    void leavesALineFarFromBordersWholeAndDropsSegmentsWithoutLength() throws ParseException {
        assertThat(cut("LINESTRING(5 5, 5 5, 6 5)", box(0, 1, 0, 1))).hasSize(1);
        assertThat(cut("LINESTRING EMPTY", box(0, 1, 0, 1))).isEmpty();
        assertThat(cut("LINESTRING(0 0, 1 1)")).hasSize(1);
    }

    @Test
    void piecesAddUpToTheLineAndLieInOneGridEach() {
        long seed = 77;
        Random random = new Random(seed);
        List<GridShape> grids = new ArrayList<>();
        List<Geometry> shapes = new ArrayList<>();
        for (int x = 0; x < 10; x++) {
            for (int y = 0; y < 10; y++) {
                Geometry box = box(122 + x / 100.0, 122 + (x + 1) / 100.0, 30 + y / 100.0, 30 + (y + 1) / 100.0);
                grids.add(new GridShape(x + "-" + y, box));
                shapes.add(box);
            }
        }
        GridLocator locator = GridLocator.build(grids);
        LineCutter cutter = LineCutter.along(shapes);
        Map<String, Double> perGrid = new HashMap<>();
        double[] whole = new double[1];
        for (int i = 0; i < 200; i++) {
            Coordinate[] line = new Coordinate[12];
            for (int k = 0; k < line.length; k++) {
                line[k] = new Coordinate(122 + random.nextInt(100) / 1000.0, 30 + random.nextInt(100) / 1000.0);
            }
            Geometry street = FACTORY.createLineString(line);
            cutter.cut(
                    street,
                    (lon, lat, meters) -> perGrid.merge(locator.code(locator.locate(lon, lat)), meters, Double::sum));
            LineCutter.along(List.of()).cut(street, (lon, lat, meters) -> whole[0] += meters);
        }
        double sum = perGrid.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).as("seed %d", seed).isCloseTo(whole[0], within(whole[0] * 1e-9));
        assertThat(perGrid).hasSize(100);
    }

    private static List<double[]> cut(String wkt, Geometry... shapes) throws ParseException {
        List<double[]> pieces = new ArrayList<>();
        LineCutter.along(List.of(shapes))
                .cut(new WKTReader().read(wkt), (lon, lat, meters) -> pieces.add(new double[] {lon, lat, meters}));
        return pieces;
    }

    private static Geometry box(double west, double east, double south, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }
}
