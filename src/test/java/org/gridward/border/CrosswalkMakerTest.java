package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.Face;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.LineCutter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrosswalkMakerTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double STEP = 0.001;

    @Test
    void saysWhoGaveWhatToWhom() {
        CrosswalkMaker maker = new CrosswalkMaker(
                Plan.of(List.of(grid("a", 0, 4, 0, 4), grid("b", 4, 8, 0, 4))),
                Plan.of(List.of(grid("a", 0, 3, 0, 4), grid("b", 3, 8, 0, 4))),
                true);
        maker.door(122 + 3.5 * STEP, 30 + STEP, 7);
        maker.incident(122 + 3.5 * STEP, 30 + STEP);
        maker.incident(122 + 3 * STEP, 30 + STEP);
        maker.incident(121, 30);
        maker.streets(List.of(line(0, 1, 8, 1)));

        CrosswalkTable table = maker.table("l", "a", "b", Instant.EPOCH);
        assertThat(table.rows().stream().map(row -> row.oldCode() + row.newCode()))
                .containsExactly("aa", "ab", "bb");
        CrosswalkTable.Amounts given = table.total(true);
        assertThat(given.doors()).isEqualTo(1);
        assertThat(given.households()).isEqualTo(7);
        assertThat(given.cases())
                .as("the one on the new border stays with the lower code")
                .isEqualTo(1);
        assertThat(given.streetMeters()).isCloseTo(table.total(false).streetMeters() / 8, within(1e-6));
        assertThat(table.total(false).cases()).isEqualTo(2);
    }

    @Test
    void namesGroundThatOnePlanDoesNotHave() {
        CrosswalkTable table = new CrosswalkMaker(
                        Plan.of(List.of(grid("a", 0, 4, 0, 4))), Plan.of(List.of(grid("c", 2, 6, 0, 4))), false)
                .table("l", "a", "b", Instant.EPOCH);

        assertThat(table.sumsBefore().keySet()).containsExactly("a", null);
        assertThat(table.sumsAfter().keySet()).containsExactly("c", null);
        assertThat(table.rows().stream().map(CrosswalkTable.Row::changesHands)).containsOnly(true);
    }

    @Test
    void comparesOnlyWhatLiesNearAChange() {
        Plan before = Plan.of(List.of(grid("a", 0, 4, 0, 4), grid("b", 4, 8, 0, 4), grid("z", 20, 24, 0, 4)));
        Plan after = Plan.of(List.of(grid("a", 0, 3, 0, 4), grid("b", 3, 8, 0, 4), grid("z", 20, 24, 0, 4)));

        assertThat(UnchangedGrids.of(before, after).squareMeters()).containsOnlyKeys("z");
        CrosswalkTable whole = new CrosswalkMaker(before, after, false).table("l", "a", "b", Instant.EPOCH);
        CrosswalkTable near = new CrosswalkMaker(before, after, true).table("l", "a", "b", Instant.EPOCH);
        assertThat(near.sumsBefore().get("z").areaSquareMeters())
                .isCloseTo(whole.sumsBefore().get("z").areaSquareMeters(), within(1e-6));
        assertThat(near.rows()).hasSameSizeAs(whole.rows());
    }

    @Test
    void rowsAndColumnsAddUpToBothPlans() {
        long seed = 31;
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            Plan before = Plan.of(strips(random, 6));
            Plan after = Plan.of(strips(random, 9));
            List<Geometry> streets = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                streets.add(line(random.nextInt(40), random.nextInt(40), random.nextInt(40), random.nextInt(40)));
            }
            CrosswalkMaker maker = new CrosswalkMaker(before, after, round % 2 == 0);
            maker.streets(streets);
            TreeMap<String, Long> doors = new TreeMap<>();
            for (int i = 0; i < 3_000; i++) {
                double lon = 122 + STEP * random.nextInt(161) / 4;
                double lat = 30 + STEP * random.nextInt(161) / 4;
                maker.door(lon, lat, null);
                maker.incident(lon, lat);
                doors.merge(before.code(lon, lat), 1L, Long::sum);
            }
            CrosswalkTable table = maker.table("l", "a", "b", Instant.EPOCH);
            String why = "seed " + seed + " round " + round;
            doors.forEach((code, count) ->
                    assertThat(table.sumsBefore().get(code).doors()).as(why).isEqualTo(count));
            assertThat(table.total(false).cases()).as(why).isEqualTo(3_000);
            assertSums(before, table.sumsBefore(), streets, why);
            assertSums(after, table.sumsAfter(), streets, why);
        }
    }

    /** Each plan by itself, without the other. */
    private static void assertSums(
            Plan plan, java.util.Map<String, CrosswalkTable.Amounts> sums, List<Geometry> streets, String why) {
        assertThat(sums).as(why).hasSameSizeAs(plan.grids());
        TreeMap<String, Double> meters = new TreeMap<>();
        LineCutter cutter =
                LineCutter.along(plan.grids().stream().map(GridShape::polygon).toList());
        streets.forEach(street ->
                cutter.cut(street, (lon, lat, length) -> meters.merge(plan.code(lon, lat), length, Double::sum)));
        for (GridShape grid : plan.grids()) {
            CrosswalkTable.Amounts sum = sums.get(grid.code());
            double area = Arrangement.of(List.of(grid)).faces().stream()
                    .mapToDouble(Face::areaSquareMeters)
                    .sum();
            assertThat(sum.areaSquareMeters()).as(why).isCloseTo(area, within(area * 1e-9));
            double street = meters.getOrDefault(grid.code(), 0.0);
            assertThat(sum.streetMeters()).as(why).isCloseTo(street, within(street * 1e-9 + 1e-6));
        }
    }

    /** Upright strips of a square of forty steps, each cut in two at some height. */
    private static List<GridShape> strips(Random random, int count) {
        List<GridShape> grids = new ArrayList<>();
        int west = 0;
        for (int i = 0; i < count; i++) {
            int east = i == count - 1 ? 40 : west + 1 + random.nextInt(4);
            int cut = 1 + random.nextInt(38);
            grids.add(grid("g" + i + "s", west, east, 0, cut));
            grids.add(grid("g" + i + "n", west, east, cut, 40));
            west = east;
        }
        return grids;
    }

    private static GridShape grid(String code, int west, int east, int south, int north) {
        return new GridShape(
                code,
                FACTORY.toGeometry(
                        new Envelope(122 + west * STEP, 122 + east * STEP, 30 + south * STEP, 30 + north * STEP)));
    }

    private static Geometry line(int x1, int y1, int x2, int y2) {
        return FACTORY.createLineString(new Coordinate[] {
            new Coordinate(122 + x1 * STEP, 30 + y1 * STEP), new Coordinate(122 + x2 * STEP, 30 + y2 * STEP)
        });
    }
}
