package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class FieldCheckTest {

    @Test
    void valuesComeOutInTheTypesThatTheFieldsName() {
        assertThat(FieldCheck.read(
                        Action.ARRIVE, Map.of("place", Map.of("lon", 122, "lat", 30.5), "photos", List.of("a"))))
                .containsEntry("place", Map.of("lon", 122.0, "lat", 30.5))
                .containsEntry("photos", List.of("a"));
        assertThat(FieldCheck.read(Action.MOVE, Map.of("lon", 122, "lat", 30.5, "reason", " across the road ")))
                .containsEntry("lon", 122.0)
                .containsEntry("reason", "across the road");
        assertThat(FieldCheck.read(
                        Action.WHISTLE,
                        Map.of("departments", List.of("police", "police"), "arriveBy", "2026-03-01T08:00:00+08:00")))
                .containsEntry("departments", List.of("police"))
                .containsEntry("arriveBy", Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(FieldCheck.read(Action.TRIAGE, Map.of("tier", 1, "colour", "red", "reason", "x")))
                .containsEntry("tier", 1)
                .containsEntry("colour", "RED");
        assertThat(FieldCheck.read(Action.SUPERVISE, Map.of("end", true))).containsEntry("end", true);
    }

    @Test
    void everyMissingWrongAndUnknownFieldIsNamed() {
        refuses(Action.MERGE, Map.of(), "/into");
        refuses(Action.MERGE, Map.of("into", "x;y"), "/into");
        refuses(Action.ARRIVE, Map.of("place", Map.of("lon", 122)), "/place");
        refuses(Action.ARRIVE, Map.of("place", Map.of("lon", 122, "lat", 95)), "/place");
        refuses(Action.ARRIVE, Map.of("place", Map.of("lon", 122, "lat", "x")), "/place");
        refuses(Action.ARRIVE, Map.of("place", Map.of("lon", 1, "lat", 1, "z", 1)), "/place");
        refuses(Action.ACCEPT, Map.of("to", "PU001", "a/b", 1), "/to", "/a~1b");
        refuses(Action.CLOSE, Map.of("how", "SOMEHOW"), "/how");
        refuses(Action.TRIAGE, Map.of("tier", 4, "colour", "BLUE"), "/tier", "/colour", "/reason");
        refuses(Action.TRIAGE, Map.of("tier", "1", "reason", "x"), "/tier");
        refuses(Action.MOVE, Map.of("lon", Double.NaN, "lat", 91, "reason", "x"), "/lon", "/lat");
        refuses(Action.PARK, Map.of("until", "2026-03-01T08:00:00"), "/until");
        refuses(Action.PARK, Map.of("until", "+999999999-01-01T00:00:00Z"), "/until");
        refuses(Action.WHISTLE, Map.of("departments", List.of(), "arriveBy", "now"), "/departments", "/arriveBy");
        refuses(Action.WHISTLE, Map.of("departments", List.of(1), "arriveBy", 5), "/departments", "/arriveBy");
        refuses(Action.SUPERVISE, Map.of("end", "yes"), "/end");
        refuses(Action.RETURN, Map.of("reason", "x".repeat(4001)), "/reason");
        refuses(Action.RETURN, Map.of("reason", "a\u0000b"), "/reason");
        refuses(Action.RETURN, Map.of("reason", List.of("x")), "/reason");
        refuses(Action.RETURN, Map.of("reason", "x", "suggest", "a\nb"), "/suggest");
    }

    @Test
    void somethingLongIsNotRepeatedWhole() {
        assertThatThrownBy(() -> FieldCheck.read(Action.ACCEPT, Map.of("x".repeat(1_000_000), 1)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.entries().get(0).pointer().length())
                        .isLessThan(100));
    }

    private static void refuses(Action action, Map<String, Object> sent, String... pointers) {
        assertThatThrownBy(() -> FieldCheck.read(action, sent))
                .as(action + " " + sent)
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.slug()).isEqualTo("action-not-acceptable");
                    assertThat(problem.entries().stream().map(Problem.Entry::pointer))
                            .containsExactlyInAnyOrder(pointers);
                });
    }
}
