package org.gridward.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gridward.geometry.GridShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class WigglyCityTest {

    @ParameterizedTest(name = "{0} micro-grids in {1} grids, seed {2}")
    @CsvSource({"500, 16, 1", "500, 3, 2", "37, 37, 3", "2, 1, 4", "1, 1, 5"})
    void drawsTwoCleanPartitionsOfTheSameGround(int microGrids, int grids, long seed) {
        WigglyCity city = WigglyCity.of(microGrids, grids, seed);

        assertThat(city.microGrids()).hasSize(microGrids);
        assertThat(city.grids()).hasSize(grids);
        assertThat(isPartition(city.microGrids())).isTrue();
        assertThat(isPartition(city.grids())).isTrue();
        assertThat(area(city.grids())).isCloseTo(area(city.microGrids()), within(1e-12));
    }

    @Test
    void drawsTheSameCityAgain() {
        WigglyCity one = WigglyCity.of(200, 5, 7);
        WigglyCity other = WigglyCity.of(200, 5, 7);

        assertThat(one.microGrids()).isEqualTo(other.microGrids());
        assertThat(one.points(1000, 1)).isEqualTo(other.points(1000, 1));
        assertThat(one.microGrids()).isNotEqualTo(WigglyCity.of(200, 5, 8).microGrids());
    }

    @Test
    void givesBordersAboutAHundredVertices() {
        double mean = WigglyCity.of(500, 4, 1).microGrids().stream()
                .mapToInt(grid -> grid.polygon().getNumPoints() - 1)
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(90.0, 107.0);
    }

    @Test
    void refusesMoreGridsThanMicroGrids() {
        assertThatThrownBy(() -> WigglyCity.of(3, 4, 1)).hasMessageContaining("4 grids of 3 micro-grids");
    }

    private static boolean isPartition(List<GridShape> shapes) {
        Geometry[] polygons = shapes.stream().map(GridShape::polygon).toArray(Geometry[]::new);
        return Arrays.stream(polygons).allMatch(Geometry::isValid) && CoverageValidator.isValid(polygons);
    }

    private static double area(List<GridShape> shapes) {
        return shapes.stream().mapToDouble(shape -> shape.polygon().getArea()).sum();
    }
}
