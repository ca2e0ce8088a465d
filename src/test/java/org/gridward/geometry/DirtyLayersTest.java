package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Real layers with faults, and layers made to burn time. */
class DirtyLayersTest {

    private static final Duration HANGS = Duration.ofMinutes(1);

    @Test
    void arrangesTheBeatsOfChicagoWithoutFault() {
        List<GridShape> beats = RealLayers.beats();
        Arrangement arrangement = Arrangement.of(beats);

        assertThat(arrangement.faces()).hasSize(277);
        assertThat(arrangement.gaps()).isEmpty();
        assertThat(arrangement.overlaps()).isEmpty();
        ArrangementInvariants.hold(beats, arrangement);
    }

    /**
     * The gate finds the same 372 pairs. It finds 255 gaps, for it takes holes of the union; 7 more pockets lie between
     * grids that surround them but meet only in points.
     */
    @Test
    void countsTheFaultsOfTheSimplifiedBeats() {
        List<GridShape> beats = RealLayers.simplifiedBeats();
        Arrangement arrangement = Arrangement.of(beats);

        assertThat(pairs(arrangement)).hasSize(372);
        assertThat(arrangement.gaps()).hasSize(255 + 7);
        ArrangementInvariants.hold(beats, arrangement);
        addsUpToAParent(beats, arrangement);
    }

    /**
     * 518 pairs of zones overlap, as is known of the data. Of the 668 gaps that are known 655 are real: a union in doubles
     * adds slits of less than a square millimetre where it rounds crossings.
     */
    @Test
    void countsTheFaultsOfTheZonesOfShenzhen() {
        List<GridShape> zones = ShenzhenZones.read();
        Arrangement arrangement = Arrangement.of(zones);

        assertThat(zones).hasSize(491);
        assertThat(pairs(arrangement)).hasSize(518);
        assertThat(arrangement.gaps()).hasSize(655);
        ArrangementInvariants.hold(zones, arrangement);
        addsUpToAParent(zones, arrangement);
    }

    private static Set<List<String>> pairs(Arrangement arrangement) {
        Set<List<String>> pairs = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (Face face : arrangement.overlaps()) {
            List<String> codes = face.codes(Arrangement.ONE_LAYER);
            for (int i = 0; i < codes.size(); i++) {
                for (int k = i + 1; k < codes.size(); k++) {
                    pairs.add(List.of(codes.get(i), codes.get(k)));
                }
            }
        }
        return pairs;
    }

    /** Ground of one owner, gaps and overlaps make up the parent, here a box that cuts through the outer grids. */
    private static void addsUpToAParent(List<GridShape> grids, Arrangement arrangement) {
        Envelope box = ArrangementInvariants.union(grids).getEnvelopeInternal();
        box.expandBy(-box.getWidth() / 5, -box.getHeight() / 5);
        Geometry parent = new GeometryFactory().toGeometry(box);
        Arrangement within = arrangement.within(parent);
        double sum = 0;
        for (Face face : within.faces()) {
            boolean inside = !face.codes(Arrangement.PARENT).isEmpty();
            sum += inside ? face.areaSquareMeters() : 0;
        }
        double area = GroundFrame.areaSquareMeters(parent);
        assertThat(sum).isCloseTo(area, within(1e-9 * area));

        double owned = 0;
        for (GridShape grid : grids) {
            Geometry part = OverlayNGRobust.overlay(grid.polygon(), parent, 1);
            owned += GroundFrame.areaSquareMeters(part);
        }
        double gaps = within.gaps().stream().mapToDouble(Face::areaSquareMeters).sum();
        double counted = within.faces().stream()
                .filter(face -> !face.codes(Arrangement.PARENT).isEmpty())
                .mapToDouble(face -> face.areaSquareMeters()
                        * face.codes(Arrangement.ONE_LAYER).size())
                .sum();
        assertThat(counted).isCloseTo(owned, within(1e-6 * area));
        assertThat(gaps).isPositive().isLessThan(area / 2);
        assertThat(within.overlaps()).isNotEmpty();
    }

    @Test
    void refusesCombsThatCrossMillionsOfTimes() {
        List<GridShape> combs = List.of(comb("A", 4_990, true), comb("B", 4_990, false));

        assertThatThrownBy(() -> assertTimeoutPreemptively(HANGS, () -> Arrangement.of(combs)))
                .isInstanceOf(TooTangledException.class)
                .hasMessageContaining("cross more than 1,000,000 times");
    }

    @Test
    void arrangesCombsThatCrossFortyThousandTimes() {
        List<GridShape> combs = List.of(comb("A", 100, true), comb("B", 100, false));

        Arrangement arrangement = assertTimeoutPreemptively(HANGS, () -> Arrangement.of(combs));

        assertThat(arrangement.nodes()).hasSizeGreaterThan(39_000);
        ArrangementInvariants.eulersFormula(arrangement);
        ArrangementInvariants.areasAddUpToEachGrid(combs, arrangement);
    }

    @Test
    void arrangesAStackOfAThousandEqualSquares() {
        List<GridShape> stack = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            stack.add(Wkt.box("%04d".formatted(i), 122, 30, 122.01, 30.01));
        }

        Arrangement arrangement = assertTimeoutPreemptively(HANGS, () -> Arrangement.of(stack));

        assertThat(arrangement.faces()).hasSize(1);
        assertThat(arrangement.faces().get(0).owners()).hasSize(1_000);
    }

    @Test
    void refusesNestedSquaresWhoseOwnersWouldFillTheMemory() {
        List<GridShape> nested = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            nested.add(Wkt.box("%04d".formatted(i), 122 - i * 1e-6, 30 - i * 1e-6, 123 + i * 1e-6, 31 + i * 1e-6));
        }

        assertThatThrownBy(() -> assertTimeoutPreemptively(HANGS, () -> Arrangement.of(nested)))
                .isInstanceOf(TooTangledException.class)
                .hasMessageContaining("5,000,000 owners");
    }

    @Test
    void refusesBordersThatRunAlongOneAnotherInThousands() {
        List<GridShape> nested = new ArrayList<>();
        for (int i = 0; i < 7_000; i++) {
            nested.add(Wkt.box("%04d".formatted(i), 122, 30, 123 + i * 1e-6, 31 + i * 1e-6));
        }

        assertThatThrownBy(() -> assertTimeoutPreemptively(HANGS, () -> Arrangement.of(nested)))
                .isInstanceOf(TooTangledException.class)
                .hasMessageContaining("touch more than 8,000,000 times");
    }

    @Test
    void takesAStarThatCrossesItselfByCountingItsBorders() {
        Geometry star =
                Wkt.shape("POLYGON ((122 30.01, 122.01 30, 121.99 30, 122.0 30.012, 122.004 29.99, 122 30.01))");

        Arrangement arrangement = Arrangement.of(List.of(new GridShape("S", star)));

        ArrangementInvariants.eulersFormula(arrangement);
        assertThat(arrangement.faces()).isNotEmpty().allMatch(face -> face.polygon()
                .isValid());
    }

    @Test
    void refusesCoordinatesThatAreNoNumbersAndCodesGivenTwice() {
        Polygon square = (Polygon) Wkt.box("", 122, 30, 122.01, 30.01).polygon().copy();
        square.getCoordinates()[1].x = Double.NaN;

        assertThatThrownBy(() -> Arrangement.of(List.of(new GridShape("A", square))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grid A has a coordinate that is not a finite number");
        assertThatThrownBy(() -> Arrangement.of(List.of(Wkt.box("A", 0, 0, 1, 1), Wkt.box("A", 1, 0, 2, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code A is given twice");
    }

    @Test
    void answersQuestionsAboutPlacesThatAreNone() {
        Arrangement arrangement = Arrangement.of(List.of(Wkt.box("A", 122, 30, 122.01, 30.01)));
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e308, 1e308, -0.0}) {
            assertThat(arrangement.faceAt(odd, 30.005)).isEmpty();
            assertThat(arrangement.faceAt(122.005, odd)).isEmpty();
            assertThat(arrangement.arcsAt(odd, odd)).isEmpty();
        }
        assertThat(arrangement.nearestArc(Double.NaN, 30)).isEmpty();
        assertThat(arrangement.nearestArc(122, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(Arrangement.of(List.of()).faceAt(122, 30)).isEmpty();
    }

    /** Teeth from a back along one side of a square to the other side. */
    private static GridShape comb(String code, int teeth, boolean upright) {
        StringBuilder ring = new StringBuilder("POLYGON ((");
        double step = 0.01 / teeth;
        ring.append(place(0, 0, upright)).append(", ").append(place(0.01, 0, upright));
        for (int i = teeth - 1; i > 0; i--) {
            ring.append(", ").append(place(i * step + step * 0.5, 0.01, upright));
            ring.append(", ").append(place(i * step, 0.0001, upright));
        }
        ring.append(", ").append(place(0, 0, upright)).append("))");
        return Wkt.grid(code, ring.toString());
    }

    private static String place(double along, double across, boolean upright) {
        return upright ? (122 + along) + " " + (30 + across) : (122 + across) + " " + (30 + along);
    }
}
