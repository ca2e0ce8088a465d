package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.geometry.Wkt.box;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class CrosswalkTest {

    @Test
    void namesWhatMovedAndWhatIsNewAndGone() {
        List<GridShape> before = List.of(box("A", 122, 30, 122.01, 30.01), box("B", 122.01, 30, 122.02, 30.01));
        List<GridShape> after = List.of(box("A", 122, 30, 122.012, 30.01), box("C", 122.012, 30, 122.018, 30.012));

        List<Crosswalk.Row> rows = Crosswalk.between(before, after).rows();

        assertThat(rows)
                .extracting(Crosswalk.Row::oldCode, Crosswalk.Row::newCode)
                .containsExactly(
                        Tuple.tuple("A", "A"),
                        Tuple.tuple("B", "A"),
                        Tuple.tuple("B", "C"),
                        Tuple.tuple("B", null),
                        Tuple.tuple(null, "C"));
        assertThat(rows.get(1)
                        .shape()
                        .equalsTopo(box("", 122.01, 30, 122.012, 30.01).polygon()))
                .isTrue();
    }

    @Test
    void putsPlansThatAreTheSameOnTheDiagonal() {
        List<GridShape> city = RandomPartition.of(4, 6, 5, 3, 0.01);

        List<Crosswalk.Row> rows = Crosswalk.between(city, city).rows();

        assertThat(rows).hasSameSizeAs(city).allMatch(row -> row.oldCode().equals(row.newCode()));
    }

    @Test
    void givesGroundThatTwoOldGridsHoldToTheLowerCode() {
        List<GridShape> before = List.of(box("A", 122, 30, 122.02, 30.01), box("B", 122.01, 30, 122.03, 30.01));
        List<GridShape> after = List.of(box("N", 122, 30, 122.03, 30.01));

        Crosswalk crosswalk = Crosswalk.between(before, after);

        assertThat(crosswalk.rows()).hasSize(2);
        assertThat(crosswalk.from("A").get(0).shape().equalsTopo(before.get(0).polygon()))
                .isTrue();
        assertThat(crosswalk.into("N")).hasSize(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 811, 20261125})
    void addsUpToBothPlans(long seed) {
        List<GridShape> before = ArrangementInvariantsTest.messy(seed);
        List<GridShape> after = ArrangementInvariantsTest.messy(seed + 1000);

        Crosswalk crosswalk = Crosswalk.between(before, after);

        Map<String, Double> old = owned(before);
        Map<String, Double> fresh = owned(after);
        old.forEach((code, area) -> assertThat(sum(crosswalk.from(code))).isCloseTo(area, within(1e-9 * area)));
        fresh.forEach((code, area) -> assertThat(sum(crosswalk.into(code))).isCloseTo(area, within(1e-9 * area)));
        assertThat(crosswalk.rows()).allMatch(row -> row.shape().isValid());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 813})
    void addsUpToTheAreasOfThePolygonsOfTwoPartitions(long seed) {
        List<GridShape> before = RandomPartition.of(seed, 7, 5, 4, 0.01);
        List<GridShape> after = RandomPartition.of(seed + 1, 9, 6, 3, 0.007);

        Crosswalk crosswalk = Crosswalk.between(before, after);

        for (GridShape grid : before) {
            double area = GroundFrame.areaSquareMeters(grid.polygon());
            assertThat(sum(crosswalk.from(grid.code()))).isCloseTo(area, within(1e-9 * area));
        }
        for (GridShape grid : after) {
            double area = GroundFrame.areaSquareMeters(grid.polygon());
            assertThat(sum(crosswalk.into(grid.code()))).isCloseTo(area, within(1e-9 * area));
        }
    }

    /** The ground that each grid owns by the rule of the lowest code. */
    private static Map<String, Double> owned(List<GridShape> plan) {
        Map<String, Double> areas = new HashMap<>();
        for (Face face : Arrangement.of(plan).faces()) {
            face.owners().stream()
                    .findFirst()
                    .ifPresent(owner -> areas.merge(owner.code(), face.areaSquareMeters(), Double::sum));
        }
        return areas;
    }

    private static double sum(List<Crosswalk.Row> rows) {
        return rows.stream().mapToDouble(Crosswalk.Row::areaSquareMeters).sum();
    }

    @Test
    void keepsTheIdsOfPiecesThatStay() {
        Map<String, Geometry> old = Map.of(
                "g1", box("", 122, 30, 122.01, 30.01).polygon(),
                "g2", box("", 122.01, 30, 122.02, 30.01).polygon(),
                "g3", box("", 122.05, 30, 122.06, 30.01).polygon());
        List<Geometry> fresh = List.of(
                box("", 122.03, 30, 122.04, 30.01).polygon(), // new ground
                box("", 122.008, 30, 122.02, 30.01).polygon(), // g2, grown into g1
                box("", 122, 30, 122.004, 30.01).polygon(), // a part of g1
                box("", 122.0045, 30, 122.008, 30.01).polygon()); // another, smaller

        assertThat(FaceMatcher.match(old, fresh)).isEqualTo(Map.of(1, "g2", 2, "g1"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 812})
    void keepsEveryIdWhereNothingMoved(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 5, 5, 2, 0.01);
        Map<String, Geometry> old = new HashMap<>();
        city.forEach(grid -> old.put(grid.code(), grid.polygon()));
        List<GridShape> fresh = new ArrayList<>(city);
        Collections.shuffle(fresh, new Random(seed));

        Map<Integer, String> matched =
                FaceMatcher.match(old, fresh.stream().map(GridShape::polygon).toList());

        for (int i = 0; i < fresh.size(); i++) {
            assertThat(matched).containsEntry(i, fresh.get(i).code());
        }
    }
}
