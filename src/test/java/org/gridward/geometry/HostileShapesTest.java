package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Shapes made to burn time. The limit of a minute only tells "ends" from "hangs"; each takes well under a second. */
class HostileShapesTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Duration HANGS = Duration.ofMinutes(1);

    @ParameterizedTest(name = "star of {0} points")
    @ValueSource(ints = {51, 501, 9_999})
    void refusesAStarThatCrossesItselfEverywhere(int points) {
        List<Fault> faults = judge(CoverageCheck.partition(), star(points));

        assertThat(faults).extracting(Fault::kind).containsExactly(FaultKind.INVALID_SHAPE);
        assertThat(faults.get(0).message()).containsIgnoringCase("self-intersection");
    }

    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {10_001, 1_000_001})
    void refusesMoreVerticesThanTheCapWithoutLookingAtThem(int points) {
        List<Fault> faults = judge(CoverageCheck.partition(), star(points));

        assertThat(faults.get(0).message()).contains(points + 1 + " vertices, over the limit of 10000");
    }

    @Test
    void judgesAHundredThousandVerticesWhereTheCapAllowsThem() {
        CoverageCheck wide = CoverageCheck.partition().withMaxVertices(200_000);

        assertThat(judge(wide, star(100_001))).extracting(Fault::kind).containsExactly(FaultKind.INVALID_SHAPE);
        assertThat(judge(wide, comb(50_000, true))).isEmpty();
    }

    @Test
    void reportsTwoCrossedCombsWithoutMeasuringThem() {
        List<Fault> faults = judge(CoverageCheck.partition(), comb(4_990, true), comb(4_990, false));

        assertThat(faults).extracting(Fault::kind).containsExactly(FaultKind.OVERLAP);
        assertThat(faults.get(0).areaSquareMeters()).isZero();
        assertThat(faults.get(0).location().getDimension()).isZero();
        assertThat(faults.get(0).message()).contains("more than can be measured", "Gaps were not looked for");
    }

    @Test
    void measuresTwoCrossedCombsOfFiftyTeeth() {
        List<Fault> faults = judge(CoverageCheck.partition(), comb(50, true), comb(50, false));

        assertThat(faults).extracting(Fault::kind).contains(FaultKind.OVERLAP);
        assertThat(faults.stream()
                        .filter(f -> f.kind() == FaultKind.OVERLAP)
                        .findFirst()
                        .orElseThrow()
                        .areaSquareMeters())
                .isPositive();
    }

    @Test
    void stopsAfterTenThousandOverlaps() {
        List<CoverageMember> stack = new ArrayList<>();
        Geometry square = Wkt.box("", 122, 30, 122.01, 30.01).polygon();
        for (int i = 0; i < 400; i++) {
            stack.add(CoverageMember.of("%03d".formatted(i), square));
        }

        List<Fault> faults =
                assertTimeoutPreemptively(HANGS, () -> CoverageCheck.partition().check(stack));

        assertThat(faults).hasSize(OverlapFinder.MAX_OVERLAPS);
        assertThat(faults)
                .filteredOn(fault -> fault.message().contains("The search ended here"))
                .hasSize(1);
    }

    private static List<Fault> judge(CoverageCheck check, Geometry... shapes) {
        List<CoverageMember> members = new ArrayList<>();
        for (Geometry shape : shapes) {
            members.add(CoverageMember.of("G" + members.size(), shape));
        }
        return assertTimeoutPreemptively(HANGS, () -> check.check(members));
    }

    /** Joins each point of a circle with the one almost opposite. */
    private static Geometry star(int points) {
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * ((long) i * (points / 2) % points) / points;
            ring[i] = new Coordinate(122 + 0.01 * Math.cos(angle), 30 + 0.01 * Math.sin(angle));
        }
        ring[points] = ring[0].copy();
        return SHAPES.createPolygon(ring);
    }

    /** Teeth from a back along one side of a square to the other side. */
    private static Geometry comb(int teeth, boolean upright) {
        List<Coordinate> ring = new ArrayList<>();
        double step = 0.01 / teeth;
        ring.add(place(0, 0, upright));
        ring.add(place(0.01, 0, upright));
        for (int i = teeth - 1; i >= 0; i--) {
            ring.add(place(i * step + step * 0.5, 0.01, upright));
            ring.add(place(i * step, 0.0001, upright));
        }
        ring.set(ring.size() - 1, place(0, 0.0001, upright));
        ring.add(place(0, 0, upright));
        return SHAPES.createPolygon(ring.toArray(new Coordinate[0]));
    }

    private static Coordinate place(double along, double across, boolean upright) {
        return upright ? new Coordinate(122 + along, 30 + across) : new Coordinate(122 + across, 30 + along);
    }
}
