package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.geometry.Wkt.shape;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class ShapeCheckTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))                                   | self-intersection | 1 | 1",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (20 20, 21 20, 21 21, 20 20))     | hole lies outside | 20 | 20",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 5 1, 5 5, 1 5, 1 1), (2 2, 3 2, 3 3, 2 2)) | nested | 2 | 2",
                "POLYGON ((0 0, 9 0, 9 9, 9 20, 9 9, 0 9, 0 0))                        | self-intersection | 9 | 20",
                "POLYGON ((0 0, 5 0, 9 0, 0 0))                                        | self-intersection | 5 | 0",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 5 1, 5 5, 1 5, 1 1))) | self-intersection | 4 | 1",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0))) | self-intersection | 4 | 0",
                "POLYGON ((0 0, 181 0, 181 1, 0 0))                                    | beyond the globe | 0 | 0",
                "POLYGON ((30 122, 30 123, 31 123, 30 122))                            | beyond the globe | 30 | 122",
                "POLYGON ((-179 10, 179 10, 179 20, -179 10))                          | 180th meridian | -179 | 10",
                "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)))                   | GeometryCollection | |",
                "POLYGON EMPTY                                                         | empty | |",
                "MULTIPOLYGON EMPTY                                                    | empty | |"
            })
    void namesWhatIsWrongWithAShapeAndWhere(String wkt, String what, Double lon, Double lat) {
        List<Fault> faults = CoverageCheck.partition().check(List.of(CoverageMember.of("G", shape(wkt))));

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.INVALID_SHAPE, List.of("G")));
        assertThat(faults.get(0).message()).contains("grid G").containsIgnoringCase(what);
        Point at = (Point) faults.get(0).location();
        if (lon == null) {
            assertThat(at.isEmpty()).isTrue();
        } else {
            assertThat(at.getCoordinate()).isEqualTo(new Coordinate(lon, lat));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesOrdinatesThatAreNoNumbers(double bad) {
        Geometry broken = SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(0, 0), new Coordinate(1, bad), new Coordinate(1, 1), new Coordinate(0, 0)
        });

        assertThat(CoverageCheck.partition().check(List.of(CoverageMember.of("G", broken))))
                .extracting(Fault::kind)
                .containsExactly(FaultKind.INVALID_SHAPE);
    }
}
