package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final int DAYS = 40;

    @Test
    void keepsWhatLiesOnBothSidesOfWhatIsPutIntoIt() {
        Timeline<String> spans = Timeline.<String>empty().put("A", day(1), null).put("B", day(5), day(9));
        assertThat(spans.spans())
                .containsExactly(
                        new Timeline.Span<>("A", day(1), day(5)),
                        new Timeline.Span<>("B", day(5), day(9)),
                        new Timeline.Span<>("A", day(9), null));
        assertThat(spans.put("A", day(5), day(9)).spans())
                .as("what touches the same thing is one span")
                .containsExactly(new Timeline.Span<>("A", day(1), null));
    }

    @Test
    void findsWhatHoldsAnInstantWhatCameBeforeItAndWhatChangesNext() {
        Timeline<String> spans =
                Timeline.<String>empty().put("A", day(1), day(5)).put("B", day(8), null);
        assertThat(spans.at(day(5))).isEmpty();
        assertThat(spans.at(day(8))).hasValue(new Timeline.Span<>("B", day(8), null));
        assertThat(spans.before(day(8))).hasValue(new Timeline.Span<>("A", day(1), day(5)));
        assertThat(spans.nextBoundary(day(1))).hasValue(day(5));
        assertThat(spans.nextBoundary(day(8))).isEmpty();
    }

    @Test
    void anyOrderOfPuttingAndClearingAgreesWithADayByDayCalendar() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String[] calendar = new String[DAYS];
            Timeline<String> spans = Timeline.empty();
            for (int step = 0; step < 12; step++) {
                int from = random.nextInt(DAYS - 1);
                int until = random.nextInt(4) == 0 ? DAYS : from + 1 + random.nextInt(DAYS - from - 1);
                String what = random.nextInt(3) == 0 ? null : "" + (char) ('A' + random.nextInt(5));
                Instant end = until == DAYS ? null : day(until);
                spans = what == null ? spans.clear(day(from), end) : spans.put(what, day(from), end);
                Arrays.fill(calendar, from, until, what);
            }
            for (int i = 0; i < DAYS; i++) {
                assertThat(spans.at(day(i)).map(Timeline.Span::what).orElse(null))
                        .as("seed %d, day %d", seed, i)
                        .isEqualTo(calendar[i]);
            }
        }
    }

    private static Instant day(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * number);
    }
}
