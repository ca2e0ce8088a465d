package org.gridward.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CrsTest {

    @ParameterizedTest
    @CsvSource({
        // expected degrees by PostGIS 3.3 with PROJ 9.1
        "EPSG:4326, 121.2, 31.03, 121.2, 31.03",
        "EPSG:4490, 121.2, 31.03, 121.2, 31.03",
        "EPSG:4549, 192097.8993, 4424634.9054, 116.4, 39.9",
        "EPSG:3857, 12957588.7283, 4851421.1752, 116.4, 39.9",
        "EPSG:4547, 500000, 2500000, 114, 22.597822906672867",
        "EPSG:32650, 448708.9, 4416789.0, 116.3999976488272, 39.899625518049426",
        "EPSG:32616, 448000, 4636000, -87.6266516735753, 41.87421111634222",
        "EPSG:3435, 1165074, 1875917, -87.66999956153447, 41.81511728197084"
    })
    void turnsXThenYIntoLonThenLat(String code, double x, double y, double lon, double lat) {
        LonLat got = Crs.of(code).toLonLat(x, y);
        assertThat(got.lon()).isCloseTo(lon, within(1e-7));
        assertThat(got.lat()).isCloseTo(lat, within(1e-7));
        LonLat back = Crs.of(code).fromLonLat(got.lon(), got.lat());
        assertThat(back.lon()).isCloseTo(x, within(0.05));
        assertThat(back.lat()).isCloseTo(y, within(0.05));
    }

    @Test
    void placesAChicagoRowWithinAMetreOfItsPublishedDegrees() {
        LonLat got = Crs.of("EPSG:3435").toLonLat(1165074, 1875917);
        assertThat(LocalFrame.at(got.lon(), got.lat()).metersBetween(got.lon(), got.lat(), -87.669999562, 41.815117282))
                .isLessThan(1.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EPSG:4490", "epsg:4490", "4490", "urn:ogc:def:crs:EPSG::4490", "urn:ogc:def:crs:OGC:1.3:CRS84"})
    void readsEveryUsualSpellingOfACode(String code) {
        assertThat(Crs.of(code).isLonLat()).isTrue();
        assertThat(Crs.of(code).toLonLat(122.123456789012345, 30.1)).isEqualTo(new LonLat(122.123456789012345, 30.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:999999", "EPSG:1234", "beijing54", "", "EPSG:", "4326; DROP TABLE grids"})
    void refusesAnUnknownCodeAndNamesIt(String code) {
        assertThatThrownBy(() -> Crs.of(code)).isInstanceOf(Problem.class).hasMessageContaining("\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4547, 2500000, 500000, swapped",
        "EPSG:4326, 39.9, 116.4, swapped",
        "EPSG:4326, 500000, 2500000, outside the domain",
        "EPSG:4547, 114.1, 22.5, outside the domain",
        "EPSG:4547, 1e12, 2500000, outside the domain",
        "EPSG:3857, 5e7, 0, outside the domain",
        "EPSG:4547, NaN, 2500000, outside the domain",
        "EPSG:4326, 121, Infinity, outside the domain"
    })
    void refusesPositionsOutsideTheDomainAndNeverFlipsAxes(String code, double x, double y, String says) {
        assertThatThrownBy(() -> Crs.of(code).toLonLat(x, y))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(says)
                .hasMessageContaining(code);
    }

    @Test
    void readsAPrjOfDegreesAsWgs84AndNeverFlipsIt() {
        Crs plain = Crs.ofWkt("GEOGCS[\"WGS84(DD)\",DATUM[\"WGS84\",SPHEROID[\"WGS84\",6378137.0,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"degree\",0.017453292519943295],"
                + "AXIS[\"Geodetic latitude\",NORTH],AXIS[\"Geodetic longitude\",EAST]]");
        assertThat(plain.isLonLat()).isTrue();
        assertThat(plain.toLonLat(121.2, 31.03)).isEqualTo(new LonLat(121.2, 31.03));
    }

    @Test
    void readsAProjectedPrjInFeet() {
        Crs feet = Crs.ofWkt(
                "PROJCS[\"NAD_1983_StatePlane_Illinois_East_FIPS_1201_Feet\",GEOGCS[\"GCS_North_American_1983\","
                        + "DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                        + "PARAMETER[\"False_Easting\",984250.0],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",-88.33333333333333],PARAMETER[\"Scale_Factor\",0.999975],"
                        + "PARAMETER[\"Latitude_Of_Origin\",36.66666666666666],UNIT[\"Foot_US\",0.3048006096012192]]");
        LonLat got = feet.toLonLat(1165074, 1875917);
        assertThat(LocalFrame.at(got.lon(), got.lat()).metersBetween(got.lon(), got.lat(), -87.669999562, 41.815117282))
                .isLessThan(1.5);
    }

    @Test
    void movesEveryPositionOfAShape() throws ParseException {
        Geometry square =
                new WKTReader().read("POLYGON((500000 2500000,501000 2500000,501000 2501000,500000 2500000))");
        Geometry moved = Crs.of("EPSG:4547").toLonLat(square);
        assertThat(moved.getEnvelopeInternal().getMinX()).isCloseTo(114.0, within(1e-6));
        assertThat(LocalFrame.at(114, 22.6).areaSquareMeters(moved)).isCloseTo(500_000, within(1_500.0));
        assertThat(square.getCoordinate().x).isEqualTo(500000);
    }
}
