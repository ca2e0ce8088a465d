package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.geometry.Wkt.box;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** One point, one owner: arcs, nodes and faces say what the locator says, on the border, beside it and away from it. */
class BorderOwnershipTest {

    private static final String LAYER = Arrangement.ONE_LAYER;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 808, 20261125})
    void agreesWithTheLocatorOnEveryVertexMiddleAndNeighbouringDouble(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 5, 3, 0.01);
        agrees(city, Arrangement.of(city), adversarial(city));
    }

    /** Before dust is given away: so exactly that even a face of a square nanometre has the owners the locator finds. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 809})
    void findsTheOwnersThatTheLocatorFindsWhereGridsLieAcrossOneAnother(long seed) {
        List<GridShape> city = ArrangementInvariantsTest.messy(seed).stream()
                .sorted(Comparator.comparing(GridShape::code))
                .toList();
        Subdivision exact = Subdivision.of(NodedBorders.of(BorderEdges.of(city)));
        FaceBelow below = new FaceBelow(exact.borders());
        ArcFinder finder = new ArcFinder(exact, new ArcChains(exact.borders(), exact.halves()));
        GridLocator locator = GridLocator.build(city);
        int away = 0;
        for (Coordinate at : adversarial(city)) {
            BitSet onBorder = new BitSet();
            finder.holding(at.x, at.y, onBorder::set);
            if (onBorder.isEmpty()) {
                int piece = below.pieceBelow(at.x, at.y);
                int face = piece == FaceBelow.NONE ? 0 : exact.faceOfHalf()[2 * piece];
                assertThat(exact.owners()[face]).as("%s", at).isEqualTo(locator.locateAll(at.x, at.y));
                away++;
            }
        }
        assertThat(away).isGreaterThan(1_000);
    }

    @Test
    void agreesWithTheLocatorOnTheBeatsOfChicago() {
        List<GridShape> beats = RealLayers.beats();
        agrees(beats, Arrangement.of(beats), adversarial(beats.subList(0, 25)));
    }

    private static void agrees(List<GridShape> grids, Arrangement arrangement, List<Coordinate> points) {
        GridLocator locator = GridLocator.build(grids);
        for (Coordinate at : points) {
            List<Arc> arcs = arrangement.arcsAt(at.x, at.y);
            int found = locator.locate(at.x, at.y);
            Optional<String> owner = found == GridLocator.NONE ? Optional.empty() : Optional.of(locator.code(found));
            if (arcs.isEmpty()) {
                List<String> holders = Arrays.stream(locator.locateAll(at.x, at.y))
                        .mapToObj(locator::code)
                        .toList();
                assertThat(arrangement
                                .faceAt(at.x, at.y)
                                .map(face -> face.codes(LAYER))
                                .orElse(List.of()))
                        .as("%s", at)
                        .isEqualTo(holders);
            } else {
                assertThat(arcs.stream()
                                .flatMap(arc -> arc.owner(LAYER).stream())
                                .min(String::compareTo))
                        .as("%s", at)
                        .isEqualTo(owner);
            }
        }
    }

    /** Every vertex, the middle of every edge, and the doubles next to both. */
    private static List<Coordinate> adversarial(List<GridShape> grids) {
        List<Coordinate> points = new ArrayList<>();
        for (GridShape grid : grids) {
            Coordinate[] border = grid.polygon().getCoordinates();
            for (int i = 1; i < border.length; i++) {
                for (Coordinate at : List.of(border[i], ArrangementInvariants.middle(border[i - 1], border[i]))) {
                    points.add(at);
                    points.add(new Coordinate(Math.nextUp(at.x), at.y));
                    points.add(new Coordinate(at.x, Math.nextDown(at.y)));
                    points.add(new Coordinate(Math.nextDown(at.x), Math.nextUp(at.y)));
                }
            }
        }
        return points;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 810})
    void givesEachNodeTheLowestOwnerOfItsStar(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 5, 3, 0.01);
        GridLocator locator = GridLocator.build(city);
        for (Node node : Arrangement.of(city).nodes()) {
            assertThat(node.owner(LAYER)).contains(locator.code(locator.locate(node.lon(), node.lat())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 811})
    void carriesDecisionsToEveryPointOfTheirArcsAndToTheNodes(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 5, 3, 0.01);
        Arrangement arrangement = Arrangement.of(city);
        Random random = new Random(seed);
        boolean[] higher = new boolean[arrangement.arcs().size()];
        for (int i = 0; i < higher.length; i++) {
            higher[i] = random.nextBoolean();
        }
        ArcOwners owners = ArcOwners.of(
                arrangement,
                LAYER,
                arc -> higher[arc.id()] ? arc.codes(LAYER).stream().reduce((low, high) -> high) : Optional.empty());

        GridLocator decided = GridLocator.build(city, owners);

        for (Arc arc : arrangement.arcs()) {
            List<String> sides = arc.codes(LAYER);
            assertThat(owners.owner(arc)).contains(sides.get(higher[arc.id()] ? sides.size() - 1 : 0));
            Coordinate[] line = arc.line().getCoordinates();
            for (int i = 1; i < line.length - 1; i++) {
                assertThat(decided.code(decided.locate(line[i].x, line[i].y)))
                        .isEqualTo(owners.owner(arc).orElseThrow());
            }
        }
        for (Node node : arrangement.nodes()) {
            assertThat(decided.code(decided.locate(node.lon(), node.lat())))
                    .isEqualTo(owners.owner(node).orElseThrow());
        }
    }

    @Test
    void leavesAnOverlapToTheLowerCodeWhateverWasDecidedOfItsBorders() {
        List<GridShape> grids = List.of(box("A", 122, 30, 122.02, 30.01), box("B", 122.01, 30, 122.03, 30.01));
        ArcOwners owners = ArcOwners.of(
                Arrangement.of(grids),
                LAYER,
                arc -> arc.codes(LAYER).contains("B") ? Optional.of("B") : Optional.empty());

        assertThat(owners.owner(new int[] {0, 1}, 122.015, 30.005)).isZero();
        assertThat(owners.owner(new int[] {0, 1}, 122.02, 30.005)).isEqualTo(1);
    }

    @Test
    void refusesToGiveAnArcToAGridThatIsNotBesideIt() {
        Arrangement arrangement = Arrangement.of(List.of(box("A", 122, 30, 122.01, 30.01)));
        assertThatThrownBy(() -> ArcOwners.of(arrangement, LAYER, arc -> Optional.of("Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grid Z does not border on arc 0")
                .hasMessageContaining("[A]");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 812})
    void findsTheNearestArcAsFarAsTheNearestBorderAndTheRunnerUpBehindIt(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 5, 3, 0.01);
        Arrangement arrangement = Arrangement.of(city);
        GridLocator locator = GridLocator.build(city);
        BorderDistance distances = BorderDistance.build(city, locator);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            double lon = 122 + random.nextDouble() * 0.06;
            double lat = 29.9 + random.nextDouble() * 0.05;
            NearArc near = arrangement.nearestArc(lon, lat).orElseThrow();
            BorderDistance.Nearest nearest = distances.nearest(lon, lat);

            assertThat(near.meters()).isCloseTo(nearest.distanceToBorderMeters(), within(1e-9));
            assertThat(near.arc().codes(LAYER)).contains(locator.code(nearest.owner()));
            if (near.arc().codes(LAYER).size() == 2) {
                assertThat(nearest.runnerUpMeters()).isCloseTo(near.meters(), within(1e-9));
            }
        }
    }

    @Test
    void givesAPointAsNearToTwoArcsToTheLowerNumber() {
        Arrangement square = Arrangement.of(List.of(
                box("A", 122, 30, 122.01, 30.01),
                box("B", 122.01, 30, 122.02, 30.01),
                box("C", 122, 30.01, 122.02, 30.02)));
        Node corner = square.nodes().stream()
                .filter(node -> node.star().size() == 3 && node.lon() == 122.01 && node.lat() == 30.01)
                .findFirst()
                .orElseThrow();

        NearArc near = square.nearestArc(corner.lon(), corner.lat()).orElseThrow();

        assertThat(near.meters()).isZero();
        assertThat(near.arc().id())
                .isEqualTo(corner.star().stream().mapToInt(Arc::id).min().orElseThrow());
        assertThat(Arrangement.of(List.of()).nearestArc(122, 30)).isEmpty();
    }
}
