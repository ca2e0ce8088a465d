package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.gridward.geometry.Arc;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.NearArc;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class RiskTallyTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Arrangement BORDERS =
            Arrangement.of(List.of(grid("a", 122.00, 122.01), grid("b", 122.01, 122.02), grid("c", 122.02, 122.03)));

    /** About ten metres at this latitude. */
    private static final double NEAR = 0.0001;

    @Test
    void takesACaseWithinItsAccuracyAndTheDefaultWhereItHasNone() {
        List<GroundFacts.Case> cases = List.of(
                plain(122.01 + NEAR, OptionalDouble.empty()),
                plain(122.01 + NEAR, OptionalDouble.of(5)),
                plain(122.01 + 8 * NEAR, OptionalDouble.of(100)));

        RiskTally tally = RiskTally.of(BORDERS, cases, 20);

        assertThat(tally.near()).isEqualTo(2);
        assertThat(tally.ranked()).hasSize(1);
        assertThat(arc(tally.ranked().get(0))).isEqualTo("a|b");
    }

    @Test
    void weighsReturnsHandOversJointDispatchesAndHoursBeyondTheMedian() {
        List<GroundFacts.Case> cases = List.of(
                waited(122.01 + NEAR, 0, 0, false, 1),
                waited(122.01 - NEAR, 1, 2, true, 100),
                waited(122.02 + NEAR, 0, 0, false, 1),
                waited(122.02 + NEAR, 0, 0, false, 1));

        RiskTally tally = RiskTally.of(BORDERS, cases, 20);

        assertThat(tally.medianHours()).hasValue(1);
        RiskTally.Sums first = tally.sums(tally.ranked().get(0));
        assertThat(arc(tally.ranked().get(0))).isEqualTo("a|b");
        assertThat(first.cases).isEqualTo(2);
        assertThat(first.hoursLost).as("at most a day a case").isEqualTo(24);
        assertThat(first.index()).isCloseTo(2 + 3 * 3 + 2 + 24 / 8.0, within(1e-12));
        assertThat(tally.sums(tally.ranked().get(1)).index()).isEqualTo(2);
    }

    @Test
    void countsEachBorderCaseOnce() {
        long seed = 5;
        Random random = new Random(seed);
        List<GroundFacts.Case> cases = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            cases.add(new GroundFacts.Case(
                    122 + random.nextDouble() * 0.03,
                    30 + random.nextDouble() * 0.01,
                    random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(80)),
                    0,
                    0,
                    false,
                    OptionalDouble.empty()));
        }
        RiskTally tally = RiskTally.of(BORDERS, cases, 20);
        long near = cases.stream()
                .filter(one -> {
                    NearArc nearest = BORDERS.nearestArc(one.lon(), one.lat()).orElseThrow();
                    return nearest.meters() <= one.accuracyMeters().orElse(20);
                })
                .count();

        assertThat(tally.ranked().stream()
                        .mapToLong(arc -> tally.sums(arc).cases)
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(near)
                .isEqualTo(tally.near());
        assertThat(tally.medianHours()).isEmpty();
    }

    @Test
    void suggestsTheNearestStreetAndTheStretchBesideTheBorder() {
        LineString border = line(122.01, 30, 122.01, 30.01);
        BlockEdges edges = new BlockEdges(List.of(
                new BlockEdges.Edge("STREET", "远街", "Far Street", line(122.012, 29.99, 122.012, 30.02)),
                new BlockEdges.Edge("STREET", "近街", "Near Street", line(122.0105, 29.99, 122.0105, 30.02)),
                new BlockEdges.Edge("STREET", "横街", "Cross Street", line(122.00, 30.005, 122.02, 30.005))));

        RiskyBorder.Shift shift = edges.nearest(border);

        assertThat(shift.nameEn()).isEqualTo("Near Street");
        assertThat(shift.meanMeters()).isCloseTo(48.2, within(0.5));
        assertThat(shift.onEdge()).isFalse();
        assertThat(shift.line().getEnvelopeInternal().getMinY()).isCloseTo(30, within(1e-6));
        assertThat(shift.line().getEnvelopeInternal().getMaxY()).isCloseTo(30.01, within(1e-6));
        assertThat(edges.nearest(line(122.0105, 30, 122.0105, 30.01)).onEdge()).isTrue();
        assertThat(edges.nearest(line(122.3, 30, 122.3, 30.01))).isNull();
    }

    private static String arc(int id) {
        Arc arc = BORDERS.arcs().get(id);
        return java.util.stream.Stream.of(arc.leftOwners(), arc.rightOwners())
                .map(owners -> owners.isEmpty() ? "" : owners.get(0).code())
                .sorted()
                .collect(java.util.stream.Collectors.joining("|"));
    }

    private static GroundFacts.Case plain(double lon, OptionalDouble accuracy) {
        return new GroundFacts.Case(lon, 30.005, accuracy, 0, 0, false, OptionalDouble.empty());
    }

    private static GroundFacts.Case waited(double lon, int returns, int handOvers, boolean joint, double hours) {
        return new GroundFacts.Case(
                lon, 30.005, OptionalDouble.empty(), returns, handOvers, joint, OptionalDouble.of(hours * 3_600));
    }

    private static GridShape grid(String code, double west, double east) {
        return new GridShape(code, FACTORY.toGeometry(new Envelope(west, east, 30, 30.01)));
    }

    private static LineString line(double x1, double y1, double x2, double y2) {
        return FACTORY.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
