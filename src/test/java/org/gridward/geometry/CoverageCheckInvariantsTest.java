package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Each test names its seed: run it again with that number to see the same city. */
class CoverageCheckInvariantsTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 808, 20261125})
    void findsNoFaultInACityWhoseGridsShareEveryVertex(long seed) {
        List<CoverageMember> city = city(seed, "");
        Geometry all =
                OverlayNGRobust.union(city.stream().map(CoverageMember::shape).toList());

        assertThat(CoverageCheck.partition().check(city)).as("seed %d", seed).isEmpty();
        assertThat(CoverageCheck.partition().checkWithin(city, all))
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 809})
    void makesTheAreasOfAllGridsAddUpToTheCity(long seed) {
        List<CoverageMember> city = city(seed, "");
        double sum = city.stream()
                .mapToDouble(member -> GroundFrame.areaSquareMeters(member.shape()))
                .sum();

        double box = GroundFrame.areaSquareMeters(
                Wkt.box("", 122, 29.9, 122 + 8 * 0.01, 29.9 + 6 * 0.01).polygon());

        assertThat(sum).as("seed %d", seed).isCloseTo(box, within(box * 1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 810})
    void namesExactlyTheGapLeftByAGridTakenOut(long seed) {
        List<CoverageMember> city = city(seed, "");
        CoverageMember taken = city.get(new Random(seed).nextInt(city.size()));
        Geometry all =
                OverlayNGRobust.union(city.stream().map(CoverageMember::shape).toList());
        city.remove(taken);

        List<Fault> faults = CoverageCheck.partition().checkWithin(city, all);

        assertThat(faults).as("seed %d", seed).isNotEmpty().allMatch(fault -> fault.kind() == FaultKind.GAP);
        assertThat(faults.stream().mapToDouble(Fault::areaSquareMeters).sum())
                .isCloseTo(GroundFrame.areaSquareMeters(taken.shape()), within(1.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 811})
    void findsTheOverlapsThatComparingAllPairsFinds(long seed) {
        List<CoverageMember> grown = new ArrayList<>();
        Random random = new Random(seed);
        for (CoverageMember member : city(seed, "")) {
            boolean grow = random.nextInt(4) == 0;
            grown.add(CoverageMember.of(member.code(), grow ? member.shape().buffer(2e-5) : member.shape()));
        }
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < grown.size(); i++) {
            for (int j = i + 1; j < grown.size(); j++) {
                Geometry common = OverlayNGRobust.overlay(
                        grown.get(i).shape(), grown.get(j).shape(), OverlayNG.INTERSECTION);
                if (GroundFrame.areaSquareMeters(common) > 1e-3) {
                    expected.add(pair(grown.get(i).code(), grown.get(j).code()));
                }
            }
        }

        List<Fault> faults = CoverageCheck.partition().check(grown);

        Set<String> found = new TreeSet<>();
        for (Fault fault : faults) {
            if (fault.kind() == FaultKind.OVERLAP && fault.areaSquareMeters() > 1e-3) {
                found.add(pair(fault.codes().get(0), fault.codes().get(1)));
            }
        }
        assertThat(found).as("seed %d", seed).isNotEmpty().isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 812})
    void givesTheSameFaultsWhateverTheOrder(long seed) {
        List<CoverageMember> broken = new ArrayList<>();
        Random random = new Random(seed);
        for (CoverageMember member : city(seed, "")) {
            int fate = random.nextInt(8);
            if (fate == 0) {
                broken.add(CoverageMember.of(member.code(), member.shape().buffer(1e-4)));
            } else if (fate > 1) {
                broken.add(member);
            }
        }
        List<CoverageMember> shuffled = new ArrayList<>(broken);
        Collections.shuffle(shuffled, random);

        List<Fault> one = CoverageCheck.partition().check(broken);
        List<Fault> other = CoverageCheck.partition().check(shuffled);

        assertThat(other).as("seed %d", seed).isEqualTo(one).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 813})
    void findsNoFaultBelowParentsThatAreUnionsOfTheirGrids(long seed) {
        Map<String, List<CoverageMember>> byRow = city(seed, "R").stream()
                .collect(Collectors.groupingBy(member -> member.parentCode().orElseThrow()));
        Map<String, Geometry> parents = byRow.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> OverlayNGRobust.union(row.getValue().stream()
                                .map(CoverageMember::shape)
                                .toList())));

        assertThat(CoverageCheck.partition().checkUnder(city(seed, "R"), parents))
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 814})
    void agreesWithTheLocatorThatEachPointHasOneGrid(long seed) {
        List<CoverageMember> city = city(seed, "");
        city.set(5, CoverageMember.of(city.get(5).code(), city.get(5).shape().buffer(5e-4)));
        List<Fault> faults = CoverageCheck.partition().check(city);
        GridLocator locator = GridLocator.build(city.stream()
                .map(member -> new GridShape(member.code(), member.shape()))
                .toList());
        Random random = new Random(seed);

        for (int i = 0; i < 20_000; i++) {
            Coordinate at = new Coordinate(122 + random.nextDouble() * 0.08, 29.9 + random.nextDouble() * 0.06);
            boolean disputed = faults.stream()
                    .anyMatch(fault -> fault.kind() == FaultKind.OVERLAP
                            && fault.location().covers(SHAPES.createPoint(at)));
            assertThat(locator.locateAll(at.x, at.y).length > 1)
                    .as("seed %d at %s", seed, at)
                    .isEqualTo(disputed);
        }
    }

    /** A city of 8 × 6 cells; with a prefix, each grid names its row as its parent. */
    private static List<CoverageMember> city(long seed, String parentPrefix) {
        List<CoverageMember> members = new ArrayList<>();
        for (GridShape shape : RandomPartition.of(seed, 8, 6, 4, 0.01)) {
            members.add(
                    parentPrefix.isEmpty()
                            ? CoverageMember.of(shape.code(), shape.polygon())
                            : CoverageMember.of(
                                    shape.code(), parentPrefix + shape.code().substring(0, 3), shape.polygon()));
        }
        return members;
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + "+" + b : b + "+" + a;
    }
}
