package org.gridward.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gridward.patrol.Fix;
import org.gridward.patrol.TrackPoint;
import org.junit.jupiter.api.Test;

class TrackJsonTest {

    @Test
    void breaksTheLineWhereTheUnitWasSilentOrJumped() {
        List<TrackPoint> track = List.of(
                point(0, null), point(10, 1.0), point(611, 1.0), point(621, 900.0), point(631, 61.0), point(641, 1.0));
        assertThat(TrackJson.stretches(track)).extracting(List::size).containsExactly(2, 1, 1, 2);
    }

    @Test
    void drawsEveryPointButOnlyLinesOfTwoOrMore() {
        List<TrackPoint> track = List.of(point(0, null), point(10, 1.0), point(2_000, 1.0));
        assertThat(TrackJson.features("U-1", track)).hasSize(4);
        assertThat(TrackJson.features("U-1", List.of())).isEmpty();
    }

    private static TrackPoint point(long second, Double implied) {
        return new TrackPoint(
                new Fix(Instant.ofEpochSecond(second), 122.1, 30.0, null, null), "330999001001001", implied);
    }
}
