package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class GroundAreaTest {

    /** The surface of the WGS 84 ellipsoid is 510,065,621,724,088 m² (authalic radius 6,371,007.1809 m). */
    @Test
    void measuresTheWholeEarth() {
        double area =
                GroundFrame.areaSquareMeters(Wkt.box("", -180, -90, 180, 90).polygon());
        assertThat(area).isCloseTo(510_065_621_724_088.0, within(1e5));
    }

    /** Against the sum of many thin strips, each M N cos(lat) dlat dlon. */
    @ParameterizedTest(name = "lat {0} to {1}")
    @CsvSource({"0, 1", "29.9, 30", "30, 30.0001", "59, 61", "89, 90", "-45, 45"})
    void measuresTheGroundBetweenTwoParallels(double south, double north) {
        double sum = 0;
        int strips = 200_000;
        for (int i = 0; i < strips; i++) {
            GroundFrame frame = GroundFrame.at(south + (north - south) * (i + 0.5) / strips);
            sum += frame.metersPerLonDegree() * frame.metersPerLatDegree() * (north - south) / strips;
        }
        double area =
                GroundFrame.areaSquareMeters(Wkt.box("", 122, south, 123, north).polygon());
        assertThat(area).isCloseTo(sum, within(1e-9 * sum));
    }

    @ParameterizedTest(name = "cut at {0}")
    @ValueSource(doubles = {30.000_000_1, 30.004, 30.008_9})
    void addsUpWhenAShapeIsCut(double lat) {
        Geometry whole = Wkt.shape("POLYGON ((122 30, 122.013 30.002, 122.01 30.009, 122.002 30.01, 122 30))");
        Geometry low = Wkt.box("", 121, 29, 123, lat).polygon();
        double parts = GroundFrame.areaSquareMeters(OverlayNGRobust.overlay(whole, low, OverlayNG.INTERSECTION))
                + GroundFrame.areaSquareMeters(OverlayNGRobust.overlay(whole, low, OverlayNG.DIFFERENCE));
        double area = GroundFrame.areaSquareMeters(whole);
        assertThat(parts).isCloseTo(area, within(1e-9 * area));
    }

    @ParameterizedTest(name = "{0} m wide")
    @ValueSource(doubles = {1, 0.01, 0.001})
    void keepsTheDigitsOfASmallSquare(double meters) {
        GroundFrame frame = GroundFrame.at(30);
        double lon = meters / frame.metersPerLonDegree();
        double lat = meters / frame.metersPerLatDegree();
        Geometry square = new GeometryFactory().toGeometry(new Envelope(0, lon, 30, 30 + lat));
        double expected = square.getArea() * frame.metersPerLonDegree() * frame.metersPerLatDegree();
        assertThat(GroundFrame.areaSquareMeters(square)).isCloseTo(expected, within(1e-6 * expected));
    }
}
