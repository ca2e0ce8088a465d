package org.gridward.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class DatumTest {

    private static final double ROUND_TRIP_DEGREES = 1e-9;

    @ParameterizedTest
    @EnumSource(Datum.class)
    void comesBackFromWgs84WithinATenthOfAMillimetre(Datum datum) {
        long seed = 20261125L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double lon = 73 + random.nextDouble() * 64;
            double lat = 1 + random.nextDouble() * 54;
            LonLat moved = datum.fromWgs84(lon, lat);
            LonLat back = datum.toWgs84(moved.lon(), moved.lat());
            assertThat(Math.abs(back.lon() - lon))
                    .as("seed %d, %s, %s", seed, lon, lat)
                    .isLessThan(ROUND_TRIP_DEGREES);
            assertThat(Math.abs(back.lat() - lat))
                    .as("seed %d, %s, %s", seed, lon, lat)
                    .isLessThan(ROUND_TRIP_DEGREES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WGS84, 121.5272106, 31.1774276, GCJ02, 121.531541859215, 31.17530398364597, 0.5",
        "WGS84, 113.912316, 22.543847, GCJ02, 113.9171764808363, 22.540796131694766, 0.5",
        "BD09, 116.404, 39.915, GCJ02, 116.39762729119315, 39.90865673957631, 0.5",
        "GCJ02, 116.404, 39.915, BD09, 116.41036949371029, 39.92133699351021, 0.5",
        "GCJ02, 123, 45, WGS84, 122.99395597, 44.99804071, 0.5"
    })
    void agreesWithPublishedFigures(
            Datum from, double lon, double lat, Datum to, double toLon, double toLat, double meters) {
        LonLat wgs = from.toWgs84(lon, lat);
        LonLat got = to.fromWgs84(wgs.lon(), wgs.lat());
        double off = LocalFrame.at(toLon, toLat).metersBetween(got.lon(), got.lat(), toLon, toLat);
        assertThat(off).isLessThan(meters);
    }

    @Test
    void agreesWithEveryLineOfTheSharedVectors() throws IOException {
        Path vectors = RealData.folder("datum-vectors").resolve("vectors.csv");
        assumeThat(Files.exists(vectors)).as("no real data at %s", vectors).isTrue();
        List<String> lines = Files.readAllLines(vectors);
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",");
            agreesWithPublishedFigures(
                    Datum.valueOf(cell[0]),
                    Double.parseDouble(cell[1]),
                    Double.parseDouble(cell[2]),
                    Datum.valueOf(cell[3]),
                    Double.parseDouble(cell[4]),
                    Double.parseDouble(cell[5]),
                    Double.parseDouble(cell[6]));
        }
        assertThat(lines).hasSizeGreaterThan(5);
    }

    @Test
    void publishesResidualsThatHoldForEveryVector() throws IOException {
        Path vectors = RealData.folder("datum-vectors").resolve("vectors.csv");
        assumeThat(Files.exists(vectors)).as("no real data at %s", vectors).isTrue();
        for (String line : Files.readAllLines(vectors).stream().skip(1).toList()) {
            String[] cell = line.split(",");
            Datum from = Datum.valueOf(cell[0]);
            Datum to = Datum.valueOf(cell[3]);
            LonLat wgs = from.toWgs84(Double.parseDouble(cell[1]), Double.parseDouble(cell[2]));
            LonLat got = to.fromWgs84(wgs.lon(), wgs.lat());
            double lon = Double.parseDouble(cell[4]);
            double lat = Double.parseDouble(cell[5]);
            double off = LocalFrame.at(lon, lat).metersBetween(got.lon(), got.lat(), lon, lat);
            assertThat(off)
                    .as(line)
                    .isLessThanOrEqualTo(Math.max(from.publishedPointsMeters(), to.publishedPointsMeters()));
            LonLat there = from.fromWgs84(wgs.lon(), wgs.lat());
            assertThat(LocalFrame.at(lon, lat)
                            .metersBetween(
                                    there.lon(), there.lat(), Double.parseDouble(cell[1]), Double.parseDouble(cell[2])))
                    .isLessThanOrEqualTo(Math.max(1e-9, from.roundTripMeters()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Datum.class,
            names = {"GCJ02", "BD09"})
    void movesPolygonsVertexByVertexAndLeavesTheirRingsClosed(Datum datum) throws Exception {
        Geometry shape = new WKTReader()
                .read("POLYGON ((121.4 31.2, 121.5 31.2, 121.5 31.3, 121.4 31.3, 121.4 31.2),"
                        + " (121.42 31.22, 121.42 31.24, 121.44 31.24, 121.42 31.22))");
        Geometry before = shape.copy();
        Geometry moved = Crs.of(datum.name()).toLonLat(shape);
        assertThat(shape.equalsExact(before)).isTrue();
        assertThat(moved.isValid()).isTrue();
        assertThat(moved.getNumPoints()).isEqualTo(shape.getNumPoints());
        Coordinate[] all = moved.getCoordinates();
        for (int i = 0; i < all.length; i++) {
            LonLat alone = datum.toWgs84(shape.getCoordinates()[i].x, shape.getCoordinates()[i].y);
            assertThat(all[i]).isEqualTo(new Coordinate(alone.lon(), alone.lat()));
        }
        assertThat(all[0].equals2D(all[4])).isTrue();
        assertThat(all[5].equals2D(all[8])).isTrue();
    }

    /** One array object at both ends of a ring must not be moved twice. */
    @Test
    void movesAnEndThatIsTheSameObjectAsTheBeginningOnlyOnce() {
        Coordinate shared = new Coordinate(121.4, 31.2);
        Geometry shape = new GeometryFactory()
                .createPolygon(
                        new Coordinate[] {shared, new Coordinate(121.5, 31.2), new Coordinate(121.5, 31.3), shared});
        Geometry moved = Crs.of("gcj02").toLonLat(shape);
        LonLat once = Datum.GCJ02.toWgs84(121.4, 31.2);
        assertThat(moved.getCoordinates()[0]).isEqualTo(new Coordinate(once.lon(), once.lat()));
        assertThat(moved.getCoordinates()[3]).isEqualTo(moved.getCoordinates()[0]);
    }

    @Test
    void leavesPositionsOutsideTheOffsetBoxAlone() {
        assertThat(Datum.GCJ02.toWgs84(-87.63, 41.88)).isEqualTo(new LonLat(-87.63, 41.88));
        assertThat(Datum.GCJ02.fromWgs84(-87.63, 41.88)).isEqualTo(new LonLat(-87.63, 41.88));
    }

    @Test
    void handsCgcs2000ThroughBitForBit() {
        assertThat(Datum.CGCS2000.toWgs84(122.1234567890123, 30.0)).isEqualTo(new LonLat(122.1234567890123, 30.0));
    }
}
