package org.gridward.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LocalFrameTest {

    private final LocalFrame frame = LocalFrame.at(122.2, 30.0);

    @Test
    void measuresADegreeLikeTheEllipsoid() {
        // PostGIS: ST_Distance of geographies over 0.01 degree at 30 N: 964.86 m east, 1108.52 m north
        assertThat(frame.metersBetween(122.2, 30.0, 122.21, 30.0)).isCloseTo(964.86, within(0.1));
        assertThat(frame.metersBetween(122.2, 30.0, 122.2, 30.01)).isCloseTo(1108.53, within(0.1));
    }

    @Test
    void comesBackToTheSameDegrees() {
        LonLat back = frame.toLonLat(frame.x(122.3456), frame.y(29.9));
        assertThat(back.lon()).isCloseTo(122.3456, within(1e-12));
        assertThat(back.lat()).isCloseTo(29.9, within(1e-12));
    }

    @Test
    void movesShapesThereAndBackWithoutTouchingTheInput() throws ParseException {
        Geometry square = new WKTReader().read("POLYGON((122.2 30,122.21 30,122.21 30.01,122.2 30.01,122.2 30))");
        Geometry meters = frame.toMeters(square);
        assertThat(meters.getArea()).isCloseTo(964.86 * 1108.53, within(500.0));
        assertThat(frame.toLonLat(meters).equalsExact(square, 1e-12)).isTrue();
        assertThat(square.getCoordinate().x).isEqualTo(122.2);
    }

    @Test
    void refusesAPointOffTheGlobe() {
        assertThatThrownBy(() -> LocalFrame.at(500, 95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LocalFrame.at(Double.NaN, 30)).isInstanceOf(IllegalArgumentException.class);
    }
}
