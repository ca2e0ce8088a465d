package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.geometry.Wkt.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoverageCheckTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Geometry TOWN = shape("POLYGON ((122 30, 122.02 30, 122.02 30.01, 122 30.01, 122 30))");

    @Test
    void acceptsACleanPartition() {
        assertThat(CoverageCheck.partition().check(List.of(west(122.01), east(122.01))))
                .isEmpty();
        assertThat(CoverageCheck.partition().checkWithin(List.of(west(122.01), east(122.01)), TOWN))
                .isEmpty();
    }

    @Test
    void findsAnOverlapOfOneSquareCentimetre() {
        double strip = 1e-4 / (0.01 * 110_852) / 96_486; // metres of width, then degrees of longitude
        List<Fault> faults = CoverageCheck.partition().check(List.of(west(122.01 + strip), east(122.01)));

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.OVERLAP, List.of("A", "B")));
        assertThat(faults.get(0).areaSquareMeters()).isCloseTo(1e-4, within(5e-6));
        assertThat(faults.get(0).location().getCentroid().getX()).isCloseTo(122.01, within(1e-9));
        assertThat(faults.get(0).message()).contains("A and B overlap by").contains("m² at 122.01");
    }

    @Test
    void findsASquareOfOneCentimetreInACorner() {
        double lon = 0.01 / 96_486;
        double lat = 0.01 / 110_852;
        List<Fault> faults = CoverageCheck.free().check(List.of());
        assertThat(faults).isEmpty();

        faults = CoverageCheck.partition()
                .check(List.of(
                        member("A", 122, 30, 122.01, 30.01), member("B", 122.01 - lon, 30.01 - lat, 122.02, 30.02)));

        assertThat(faults).extracting(Fault::kind).containsExactly(FaultKind.OVERLAP);
        assertThat(faults.get(0).areaSquareMeters()).isCloseTo(1e-4, within(1e-6));
    }

    @Test
    void takesTheDustOfRoundingForNoFault() {
        // the middle of a slanting border, computed: it lies beside the border by less than the spacing of doubles
        CoverageMember whole = CoverageMember.of("A", shape("POLYGON ((122 30, 122.03 30.01, 122 30.01, 122 30))"));
        CoverageMember halves = CoverageMember.of("B", SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(122, 30),
            new Coordinate(122.03, 30),
            new Coordinate(122.03, 30.01),
            new Coordinate(122 + 0.03 / 7, 30 + 0.01 / 7),
            new Coordinate(122, 30)
        }));

        assertThat(CoverageCheck.partition().check(List.of(whole, halves))).isEmpty();
    }

    @Test
    void findsOneShapeInsideAnother() {
        List<Fault> faults = CoverageCheck.partition()
                .check(List.of(member("big", 122, 30, 122.01, 30.01), member("in", 122.002, 30.002, 122.004, 30.004)));

        assertThat(faults).extracting(Fault::kind).containsExactly(FaultKind.OVERLAP);
        assertThat(
                        faults.get(0)
                                .location()
                                .equalsTopo(
                                        shape(
                                                "POLYGON ((122.002 30.002, 122.004 30.002, 122.004 30.004, 122.002 30.004, 122.002 30.002))")))
                .isTrue();
    }

    @Test
    void findsTheSameShapeTwiceUnderTwoCodesAndUnderOne() {
        assertThat(CoverageCheck.partition().check(List.of(west(122.01), copy(west(122.01), "Z"))))
                .extracting(Fault::kind)
                .containsExactly(FaultKind.OVERLAP);
        assertThat(CoverageCheck.partition().check(List.of(west(122.01), west(122.01))))
                .extracting(Fault::kind)
                .containsExactly(FaultKind.DUPLICATE_CODE, FaultKind.OVERLAP);
    }

    @Test
    void findsAHoleThatNoGridFills() {
        CoverageMember ring = CoverageMember.of(
                "A",
                shape("POLYGON ((122 30, 122.01 30, 122.01 30.01, 122 30.01, 122 30),"
                        + " (122.004 30.004, 122.006 30.004, 122.006 30.006, 122.004 30.006, 122.004 30.004))"));

        List<Fault> open = CoverageCheck.partition().check(List.of(ring));
        List<Fault> filled =
                CoverageCheck.partition().check(List.of(ring, member("B", 122.004, 30.004, 122.006, 30.006)));

        assertThat(open)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.GAP, List.of("A")));
        assertThat(open.get(0).areaSquareMeters()).isCloseTo(0.002 * 96_480 * 0.002 * 110_852, within(20.0));
        assertThat(filled).isEmpty();
    }

    @Test
    void findsTheGroundRoundAnIslandInAHole() {
        CoverageMember ring = CoverageMember.of(
                "A",
                shape("POLYGON ((122 30, 122.01 30, 122.01 30.01, 122 30.01, 122 30),"
                        + " (122.002 30.002, 122.008 30.002, 122.008 30.008, 122.002 30.008, 122.002 30.002))"));

        List<Fault> faults =
                CoverageCheck.partition().check(List.of(ring, member("island", 122.004, 30.004, 122.006, 30.006)));

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.GAP, List.of("A", "island")));
        assertThat(faults.get(0).location().contains(SHAPES.createPoint(new Coordinate(122.005, 30.005))))
                .isFalse();
    }

    @Test
    void findsAStripOfAMillimetreInsideARegion() {
        double millimetre = 0.001 / 96_486;

        List<Fault> faults =
                CoverageCheck.partition().checkWithin(List.of(west(122.01 - millimetre), east(122.01)), TOWN);

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.GAP, List.of("A", "B")));
        assertThat(faults.get(0).areaSquareMeters()).isCloseTo(0.001 * 1108.5, within(0.01));
    }

    @Test
    void findsWhatReachesOutOfTheRegion() {
        List<Fault> faults = CoverageCheck.partition()
                .checkWithin(List.of(west(122.01), member("B", 122.01, 30, 122.021, 30.01)), TOWN);

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(Tuple.tuple(FaultKind.OUTSIDE_PARENT, List.of("B")));
        assertThat(faults.get(0).areaSquareMeters()).isCloseTo(96.48 * 1108.5, within(10.0));
    }

    @Test
    void checksEachGridAgainstItsOwnParent() {
        Map<String, Geometry> parents = Map.of(
                "1", west(122.01).shape(), "2", east(122.01).shape(), "3", shape("POLYGON ((0 0, 0 1, 1 1, 0 0))"));
        List<CoverageMember> grids = List.of(
                CoverageMember.of(
                        "101", "1", member("", 122, 30, 122.005, 30.01).shape()),
                CoverageMember.of(
                        "102", "1", member("", 122.005, 30, 122.012, 30.01).shape()),
                CoverageMember.of(
                        "203", "2", member("", 122.012, 30, 122.02, 30.01).shape()),
                CoverageMember.of("901", "9", member("", 123, 30, 123.1, 30.01).shape()),
                CoverageMember.of("902", member("", 124, 30, 124.1, 30.01).shape()));

        List<Fault> faults =
                CoverageCheck.partition().withCodesBeginningWithParent(true).checkUnder(grids, parents);

        assertThat(faults)
                .extracting(Fault::kind, Fault::codes)
                .containsExactly(
                        Tuple.tuple(FaultKind.GAP, List.of()), // parent 3 has no grid at all
                        Tuple.tuple(FaultKind.GAP, List.of("203")), // the strip of parent 2 that 102 took
                        Tuple.tuple(FaultKind.OUTSIDE_PARENT, List.of("102")),
                        Tuple.tuple(FaultKind.MISSING_PARENT, List.of("901")),
                        Tuple.tuple(FaultKind.MISSING_PARENT, List.of("902")));
    }

    @Test
    void wantsCodesThatBeginWithTheParentOnlyWhenAsked() {
        Map<String, Geometry> parents = Map.of("330", west(122.01).shape());
        List<CoverageMember> grids =
                List.of(CoverageMember.of("X", "330", west(122.01).shape()));

        assertThat(CoverageCheck.partition().checkUnder(grids, parents)).isEmpty();
        assertThat(CoverageCheck.partition().withCodesBeginningWithParent(true).checkUnder(grids, parents))
                .extracting(Fault::kind)
                .containsExactly(FaultKind.CODE_PARENT_MISMATCH);
    }

    @Test
    void leavesFreeGridsToOverlapAndScatter() {
        List<CoverageMember> grids = List.of(
                west(122.015),
                east(122.01),
                member("far", 123, 30, 123.01, 30.01),
                CoverageMember.of("bad", shape("POLYGON EMPTY")));

        assertThat(CoverageCheck.free().check(grids)).extracting(Fault::kind).containsExactly(FaultKind.INVALID_SHAPE);
        assertThat(CoverageCheck.free().checkUnder(List.of(west(122.01)), Map.of()))
                .isEmpty();
    }

    @Test
    void keepsTheOtherGridsInTheCheckWhenOneIsUnsound() {
        List<Fault> faults = CoverageCheck.partition()
                .check(List.of(
                        west(122.012),
                        east(122.01),
                        CoverageMember.of("X", shape("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"))));

        assertThat(faults).extracting(Fault::kind).containsExactly(FaultKind.INVALID_SHAPE, FaultKind.OVERLAP);
    }

    @Test
    void blamesNoGapOnTheGroundOfAnUnsoundGrid() {
        CoverageMember spiked = CoverageMember.of(
                "B",
                shape(
                        "POLYGON ((122.01 30, 122.02 30, 122.02 30.01, 122.02 30, 122.02 30.01, 122.01 30.01, 122.01 30))"));

        assertThat(CoverageCheck.partition().checkWithin(List.of(west(122.01), spiked), TOWN))
                .extracting(Fault::kind)
                .containsExactly(FaultKind.INVALID_SHAPE);
    }

    private static CoverageMember west(double border) {
        return member("A", 122, 30, border, 30.01);
    }

    private static CoverageMember east(double border) {
        return member("B", border, 30, 122.02, 30.01);
    }

    private static CoverageMember member(String code, double west, double south, double east, double north) {
        return CoverageMember.of(code, Wkt.box(code, west, south, east, north).polygon());
    }

    private static CoverageMember copy(CoverageMember member, String code) {
        return CoverageMember.of(code, member.shape().copy());
    }

    @Test
    void listsSevenPartsAsOneGrid() {
        List<CoverageMember> islands = new ArrayList<>();
        Geometry[] parts = new Geometry[7];
        for (int i = 0; i < 7; i++) {
            parts[i] = member("", 122 + i * 0.02, 30, 122.01 + i * 0.02, 30.01).shape();
        }
        islands.add(CoverageMember.of("isles", SHAPES.buildGeometry(List.of(parts))));
        islands.add(member("bridge", 122.005, 30, 122.025, 30.01));

        List<Fault> faults = CoverageCheck.partition().check(islands);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).location().getNumGeometries()).isEqualTo(2);
    }
}
