package org.gridward.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.GeoJson;
import org.gridward.replay.StayFinder.Edge;
import org.gridward.replay.StayFinder.Found;
import org.gridward.replay.StayFinder.Stay;
import org.gridward.replay.StayFinder.Step;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Entries, exits and seconds of straight walks through a square of one by one. */
class StayFinderTest {

    private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");
    private static final Polygon SQUARE = (Polygon) GeoJson.FACTORY.toGeometry(new Envelope(0, 1, 0, 1));

    @Test
    void cutsAStepWhereItCrossesTheBorder() {
        Found found = find(0, 600, walk(0, -1, 0.5, 40, 3, 0.5));
        assertThat(found.stays()).containsExactly(new Stay(at(10), Edge.BORDER, at(20), Edge.BORDER));
        assertThat(found.seconds()).isEqualTo(10);
        assertThat(found.unknownSeconds()).isZero();
    }

    @Test
    void joinsStepsAndEndsWhereTheWindowEnds() {
        Found found = find(15, 35, walk(0, -1, 0.5, 20, 0.5, 0.5, 30, 0.6, 0.5, 50, 0.7, 0.5));
        assertThat(found.stays()).containsExactly(new Stay(at(15), Edge.WINDOW, at(35), Edge.WINDOW));
    }

    @Test
    void countsNothingOfAGapAndSaysHowLongItWas() {
        Found found = find(0, 4000, walk(0, 0.2, 0.5, 10, 0.4, 0.5, 1010, 0.5, 0.5, 1020, 0.5, 3));
        assertThat(found.stays()).hasSize(2);
        assertThat(found.stays().get(0)).isEqualTo(new Stay(at(0), Edge.GAP, at(10), Edge.GAP));
        assertThat(found.stays().get(1).entry()).isEqualTo(at(1010));
        assertThat(found.stays().get(1).exitBy()).isEqualTo(Edge.BORDER);
        assertThat(found.unknownSeconds()).isEqualTo(1000);
        assertThat(found.seconds()).isEqualTo(10 + 2);
    }

    @Test
    void aGapThatOnlyPassesByInAStraightLineIsNotKnownEither() {
        Found found = find(0, 4000, walk(0, -1, 0.5, 1000, 2, 0.5));
        assertThat(found.stays()).isEmpty();
        assertThat(found.unknownSeconds()).isEqualTo(1000);
    }

    @Test
    void walkingAlongTheBorderIsInside() {
        assertThat(find(0, 600, walk(0, 0, 0, 10, 0, 1)).seconds()).isEqualTo(10);
        assertThat(find(0, 600, walk(0, -1, 0, 30, 2, 0)).seconds()).isEqualTo(10);
        assertThat(find(0, 600, walk(0, -1, -0.001, 30, 2, -0.001)).stays()).isEmpty();
    }

    @Test
    void aHoleIsOutside() {
        Polygon ring =
                GeoJson.FACTORY.createPolygon(SQUARE.getExteriorRing(), new org.locationtech.jts.geom.LinearRing[] {
                    ((Polygon) GeoJson.FACTORY.toGeometry(new Envelope(0.4, 0.6, 0.4, 0.6))).getExteriorRing()
                });
        Found found = new StayFinder(ring, NOON, at(600)).find(walk(0, -1, 0.5, 300, 2, 0.5));
        assertThat(found.stays()).hasSize(2);
        assertThat(found.seconds()).isCloseTo(80, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void touchingACornerIsNoStay() {
        assertThat(find(0, 600, walk(0, -1, 1, 20, 1, -1)).seconds()).isZero();
    }

    private static Found find(int from, int to, List<Step> steps) {
        return new StayFinder(SQUARE, at(from), at(to)).find(steps);
    }

    /** Seconds, longitude, latitude of each fix in turn. */
    private static List<Step> walk(double... fixes) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(null, 0, 0, at(fixes[0]), fixes[1], fixes[2]));
        for (int i = 3; i < fixes.length; i += 3) {
            steps.add(new Step(at(fixes[i - 3]), fixes[i - 2], fixes[i - 1], at(fixes[i]), fixes[i + 1], fixes[i + 2]));
        }
        return steps;
    }

    private static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1000));
    }
}
