package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/** Real grids with a known truth: the police beats of Chicago, sound, and a copy simplified polygon by polygon. */
class ChicagoGridsTest {

    private static final String BEATS = "chicago-grids/police_beats.zip.geojson";
    private static final String SIMPLIFIED = "chicago-grids/police_beats_simple.geojson";

    @Test
    void findsNoFaultInThePoliceBeats() {
        List<CoverageMember> beats = ChicagoShapes.read(BEATS, "BEAT_NUM");

        assertThat(beats).hasSize(277);
        assertThat(CoverageCheck.partition().withMaxVertices(80_000).check(beats))
                .isEmpty();
    }

    /** 373 pairs meet in the plane, but one of them in less than a square centimetre; 257 holes, two of them dust. */
    @Test
    void countsTheOverlapsAndGapsOfTheSimplifiedBeats() {
        Map<FaultKind, Long> counts =
                CoverageCheck.partition().check(ChicagoShapes.read(SIMPLIFIED, "BEAT_NUM")).stream()
                        .collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));

        assertThat(counts).containsOnly(Map.entry(FaultKind.OVERLAP, 372L), Map.entry(FaultKind.GAP, 255L));
    }

    @Test
    void locatesEveryVertexOfTheBeatsAsBruteForceDoes() {
        List<GridShape> beats = CellGridLocator.ordered(ChicagoShapes.read(BEATS, "BEAT_NUM").stream()
                .map(beat -> new GridShape(beat.code(), beat.shape()))
                .toList());
        GridLocator locator = GridLocator.build(beats);
        List<IndexedPointInAreaLocator> exact = beats.stream()
                .map(beat -> new IndexedPointInAreaLocator(beat.polygon()))
                .toList();
        for (GridShape beat : beats) {
            Coordinate[] border = beat.polygon().getCoordinates();
            for (int i = 1; i < border.length; i++) {
                assertLocated(locator, exact, border[i]);
                assertLocated(
                        locator,
                        exact,
                        new Coordinate((border[i].x + border[i - 1].x) / 2, (border[i].y + border[i - 1].y) / 2));
            }
        }
    }

    @Test
    void placesABeatStationInItsBeat() {
        List<CoverageMember> beats = ChicagoShapes.read(BEATS, "BEAT_NUM");
        GridLocator locator = GridLocator.build(beats.stream()
                .map(beat -> new GridShape(beat.code(), beat.shape()))
                .toList());
        for (CoverageMember beat : beats) {
            Point inside = beat.shape().getInteriorPoint();
            assertThat(locator.code(locator.locate(inside.getX(), inside.getY())))
                    .isEqualTo(beat.code());
        }
        Point atSea = new GeometryFactory().createPoint(new Coordinate(-87.3, 41.9));
        assertThat(locator.locate(atSea.getX(), atSea.getY())).isEqualTo(GridLocator.NONE);
    }

    private static void assertLocated(GridLocator locator, List<IndexedPointInAreaLocator> exact, Coordinate at) {
        int[] expected = IntStream.range(0, exact.size())
                .filter(i -> exact.get(i).locate(at) != Location.EXTERIOR)
                .toArray();
        assertThat(locator.locateAll(at.x, at.y)).as("%s", at).isEqualTo(expected);
    }
}
