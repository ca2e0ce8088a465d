package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class FaceFinderTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double STEP = 0.001;

    @Test
    void namesWhoSharesAnOverlapAndWhoTouchesIt() {
        Survey survey = survey(List.of(), grid("a", 0, 4, 0, 4), grid("b", 3, 6, 0, 4), grid("c", 6, 8, 0, 4));

        FoundFace face = one(survey, FaceKind.OVERLAP);
        assertThat(face.inside()).containsExactly("a", "b");
        assertThat(face.around()).isEmpty();
        assertThat(face.areaSquareMeters()).isCloseTo(area(3, 4, 0, 4), within(1e-3));
        assertAddsUp(survey);
    }

    @Test
    void tellsWhatTwoShareFromWhatThreeShare() {
        Survey survey = survey(List.of(), grid("a", 0, 4, 0, 4), grid("b", 2, 6, 0, 4), grid("c", 3, 7, 1, 4));

        assertThat(survey.faces().stream().map(FoundFace::inside))
                .containsExactlyInAnyOrder(List.of("a", "b"), List.of("a", "b", "c"), List.of("b", "c"));
        assertAddsUp(survey);
    }

    @Test
    void findsTheHoleThatALayerWithoutParentSurrounds() {
        Survey survey = survey(
                List.of(), grid("a", 0, 4, 0, 1), grid("b", 0, 4, 2, 3), grid("c", 0, 1, 1, 2), grid("d", 3, 4, 1, 2));

        FoundFace face = one(survey, FaceKind.GAP);
        assertThat(face.inside()).isEmpty();
        assertThat(face.around()).containsExactly("a", "b", "c", "d");
        assertThat(survey.region()).isEqualTo(Survey.Region.OUTLINE);
        assertAddsUp(survey);
    }

    @Test
    void cutsAGapAtTheBordersOfTheParentsAndSaysWhoseItIs() {
        Survey survey = survey(
                List.of(grid("north", 0, 4, 2, 4), grid("south", 0, 4, 0, 2)),
                grid("n", 0, 3, 2, 4),
                grid("s", 0, 3, 0, 2));

        assertThat(survey.faces()).hasSize(2);
        assertThat(survey.faces().stream().map(FoundFace::parent)).containsExactlyInAnyOrder("north", "south");
        assertThat(survey.regionSquareMeters()).isCloseTo(area(0, 4, 0, 4), within(1e-3));
        assertAddsUp(survey);
    }

    @Test
    void areasAddUpAndEachPointLiesInOnePlaceWhateverTheDrawing() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            GridShape[] grids = Stream.generate(() -> 0)
                    .limit(12)
                    .map(i -> grid("g" + random.nextInt(1_000_000), random))
                    .toArray(GridShape[]::new);
            List<GridShape> parents = List.of(grid("p", 0, 20, 0, 20));
            Survey survey = survey(parents, grids);
            assertAddsUp(survey);
            assertOnePlaceEach(survey, grids, random, seed);
        }
    }

    private static void assertOnePlaceEach(Survey survey, GridShape[] grids, Random random, long seed) {
        GridLocator locator = GridLocator.build(List.of(grids));
        FaceLocator faces = FaceLocator.of(
                survey.faces().stream()
                        .map(face -> new FaceLocator.Face(face.kind(), face.polygon()))
                        .toList(),
                locator);
        for (int i = 0; i < 2_000; i++) {
            double lon = 122 + STEP * random.nextInt(81) / 4;
            double lat = 30 + STEP * random.nextInt(81) / 4;
            int place = faces.place(lon, lat);
            int holders = locator.locateAll(lon, lat).length;
            String what = "seed " + seed + " at " + lon + " " + lat;
            if (place == FaceLocator.OUTSIDE
                    || place >= 0 && survey.faces().get(place).kind() == FaceKind.GAP) {
                assertThat(holders).as(what).isZero();
            } else if (place >= 0) {
                assertThat(holders).as(what).isGreaterThan(1);
            } else {
                assertThat(holders).as(what).isPositive();
            }
        }
    }

    private static void assertAddsUp(Survey survey) {
        double sum = survey.ownedSquareMeters() + survey.gapSquareMeters() + survey.overlapSquareMeters();
        assertThat(sum).isCloseTo(survey.regionSquareMeters(), within(survey.regionSquareMeters() * 1e-6));
    }

    private static Survey survey(List<GridShape> parents, GridShape... grids) {
        return FaceFinder.survey(List.of(grids), parents);
    }

    private static FoundFace one(Survey survey, FaceKind kind) {
        List<FoundFace> found = new ArrayList<>(survey.faces());
        found.removeIf(face -> face.kind() != kind);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static GridShape grid(String code, Random random) {
        int west = random.nextInt(18);
        int south = random.nextInt(18);
        return grid(
                code,
                west,
                Math.min(20, west + 1 + random.nextInt(8)),
                south,
                Math.min(20, south + 1 + random.nextInt(8)));
    }

    private static GridShape grid(String code, int west, int east, int south, int north) {
        return new GridShape(code, box(west, east, south, north));
    }

    private static Geometry box(int west, int east, int south, int north) {
        return FACTORY.toGeometry(
                new Envelope(122 + west * STEP, 122 + east * STEP, 30 + south * STEP, 30 + north * STEP));
    }

    private static double area(int west, int east, int south, int north) {
        return Arrangement.of(List.of(grid("x", west, east, south, north)))
                .faces()
                .get(0)
                .areaSquareMeters();
    }
}
