package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.geometry.Wkt.box;
import static org.gridward.geometry.Wkt.grid;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GridLocatorTest {

    private static final List<GridShape> FOUR =
            List.of(box("D", 1, 1, 2, 2), box("B", 1, 0, 2, 1), box("C", 0, 1, 1, 2), box("A", 0, 0, 1, 1));

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, A",
        "1.5, 0.5, B",
        "0.5, 1.5, C",
        "1.5, 1.5, D", // inside
        "1, 0.5, A",
        "0.5, 1, A",
        "1.5, 1, B",
        "1, 1.5, C", // on a shared border
        "1, 1, A",
        "0, 0, A",
        "2, 2, D",
        "2, 0, B",
        "0, 2, C",
        "2, 1, B" // on a vertex
    })
    void placesPointOnSharedBorderInTheLowerCode(double lon, double lat, String code) {
        GridLocator locator = GridLocator.build(FOUR);

        assertThat(locator.code(locator.locate(lon, lat))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0000000001, 0.5",
        "2.0000000001, 1",
        "1, -5",
        "1, 2.1",
        "NaN, 1",
        "1, NaN",
        "Infinity, 1",
        "1, -Infinity",
        "1e308, 1e308"
    })
    void findsNothingOutsideEveryGrid(double lon, double lat) {
        GridLocator locator = GridLocator.build(FOUR);

        assertThat(locator.locate(lon, lat)).isEqualTo(GridLocator.NONE);
        assertThat(locator.locateAll(lon, lat)).isEmpty();
    }

    @Test
    void tellsApartTheLastDoublesOnBothSidesOfAnOuterBorder() {
        GridLocator locator = GridLocator.build(FOUR);

        assertThat(locator.locate(2.0, 0.5)).isNotEqualTo(GridLocator.NONE);
        assertThat(locator.locate(Math.nextUp(2.0), 0.5)).isEqualTo(GridLocator.NONE);
        assertThat(locator.code(locator.locate(Math.nextUp(1.0), 0.5))).isEqualTo("B");
    }

    @Test
    void listsEveryGridOfAnOverlapByCode() {
        GridLocator locator =
                GridLocator.build(List.of(box("whole", 0, 0, 9, 9), box("part", 2, 2, 5, 5), box("edge", 5, 2, 8, 5)));

        assertThat(codes(locator, 3, 3)).containsExactly("part", "whole");
        assertThat(codes(locator, 5, 3)).containsExactly("edge", "part", "whole");
        assertThat(codes(locator, 8.5, 8.5)).containsExactly("whole");
        assertThat(locator.code(locator.locate(3, 3))).isEqualTo("part");
    }

    @Test
    void ordersCodesAsStringsNotAsNumbers() {
        GridLocator locator = GridLocator.build(List.of(box("9", 0, 0, 1, 1), box("10", 1, 0, 2, 1)));

        assertThat(locator.code(locator.locate(1, 0.5))).isEqualTo("10");
        assertThat(locator.code(0)).isEqualTo("10");
    }

    @Test
    void leavesHolesToTheGridThatFillsThem() {
        GridLocator locator = GridLocator.build(List.of(
                grid("A", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3), (1 1, 2 1, 2 2, 1 2, 1 1))"),
                box("B", 3, 3, 6, 6)));

        assertThat(codes(locator, 4, 4)).containsExactly("B");
        assertThat(codes(locator, 3, 4)).containsExactly("A", "B");
        assertThat(codes(locator, 1.5, 1.5)).isEmpty();
        assertThat(codes(locator, 8, 8)).containsExactly("A");
    }

    @Test
    void findsEachOfSevenPartsOfOneGrid() {
        StringBuilder parts = new StringBuilder("MULTIPOLYGON (");
        for (int i = 0; i < 7; i++) {
            parts.append(i == 0 ? "" : ", ").append("((%1$d 0, %1$d.5 0, %1$d.5 1, %1$d 1, %1$d 0))".formatted(i * 10));
        }
        GridLocator locator =
                GridLocator.build(List.of(grid("islands", parts.append(")").toString())));

        for (int i = 0; i < 7; i++) {
            assertThat(locator.locate(i * 10 + 0.25, 0.5)).isZero();
            assertThat(locator.locate(i * 10 + 0.75, 0.5)).isEqualTo(GridLocator.NONE);
        }
    }

    @Test
    void keepsOneOwnerThroughAnyNumberOfStackedCopies() {
        List<GridShape> stack = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            stack.add(box("%04d".formatted(i), 0, 0, 1, 1));
        }
        GridLocator locator = GridLocator.build(stack);

        assertThat(locator.locate(0.5, 0.5)).isZero();
        assertThat(locator.locateAll(0.5, 0.5)).hasSize(3000);
    }

    @ParameterizedTest
    @CsvSource({"1e-300", "1e-15", "1e-9", "1", "170"})
    void answersExactlyAtEveryScale(double side) {
        GridLocator locator = GridLocator.build(List.of(box("A", 0, 0, side, side), box("B", side, 0, 2 * side, side)));

        assertThat(locator.locate(side / 2, side / 2)).isZero();
        assertThat(locator.locate(side, side / 2)).isZero();
        assertThat(locator.locate(side * 1.5, side / 2)).isEqualTo(1);
        assertThat(locator.locate(side * 2.5, side / 2)).isEqualTo(GridLocator.NONE);
    }

    @Test
    void answersForGridsNarrowerThanTheSpacingOfDoublesAllows() {
        double a = 122.0;
        double b = Math.nextUp(a);
        double c = Math.nextUp(b);
        GridLocator locator = GridLocator.build(List.of(box("A", a, 0, b, 1), box("B", b, 0, c, 1)));

        assertThat(locator.locate(a, 0.5)).isZero();
        assertThat(locator.locate(b, 0.5)).isZero();
        assertThat(locator.locate(c, 0.5)).isEqualTo(1);
    }

    @Test
    void servesAnEmptyLayerAndAnEmptyGrid() {
        assertThat(GridLocator.build(List.of()).locate(1, 1)).isEqualTo(GridLocator.NONE);
        GridLocator locator = GridLocator.build(List.of(grid("none", "POLYGON EMPTY"), box("some", 0, 0, 1, 1)));
        assertThat(locator.code(locator.locate(0.5, 0.5))).isEqualTo("some");
        assertThat(locator.size()).isEqualTo(2);
    }

    @Test
    void locatesManyAsOneByOne() {
        GridLocator locator = GridLocator.build(FOUR);
        int[] out = new int[3];

        locator.locate(new double[] {0.5, 0.5, 7, 7, 1.5, 1.5}, out);

        assertThat(out).containsExactly(0, GridLocator.NONE, 3);
        assertThatThrownBy(() -> locator.locate(new double[5], out)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDoubledCodesInfiniteOrdinatesAndOtherTypes() {
        assertThatThrownBy(() -> GridLocator.build(List.of(box("A", 0, 0, 1, 1), box("A", 1, 0, 2, 1))))
                .hasMessageContaining("A is given twice");
        GridShape broken = new GridShape("N", new GeometryFactory().createPolygon(new Coordinate[] {
                    new Coordinate(0, 0), new Coordinate(1, Double.NaN), new Coordinate(1, 1), new Coordinate(0, 0)
                }));
        assertThatThrownBy(() -> GridLocator.build(List.of(broken))).hasMessageContaining("grid N");
        assertThatThrownBy(() -> grid("L", "LINESTRING (0 0, 1 1)")).hasMessageContaining("LineString");
    }

    private static List<String> codes(GridLocator locator, double lon, double lat) {
        List<String> codes = new ArrayList<>();
        for (int index : locator.locateAll(lon, lat)) {
            codes.add(locator.code(index));
        }
        return codes;
    }
}
