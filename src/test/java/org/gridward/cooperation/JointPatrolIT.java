package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Four departments walk through several grids once a month; a month without is seen. */
@GridwardIT
@TestPropertySource(properties = "own-database=DeliberationIT")
class JointPatrolIT extends CooperationTown {

    private static final String ALL = "/api/v1/joint-patrols";

    @Test
    void aMonthWithoutAWalkIsSeenAndAWalkMakesItGood() {
        JsonNode made = post(201, ALL, plan(Map.of())).json();
        String path = ALL + "/" + made.path("id").asString();
        assertThat(made.path("standing").asString()).isEqualTo("OPEN");
        assertThat(made.path("timesAMonth").asInt()).isEqualTo(1);
        jdbc.sql("UPDATE cooperation.joint_patrols SET starts_on = starts_on - 65 WHERE id = ?::uuid")
                .param(made.path("id").asString())
                .update();
        JsonNode late = get(path);
        assertThat(late.path("standing").asString()).isEqualTo("MISSED");
        assertThat(late.path("months").size()).isBetween(3, 4);
        assertThat(post(422, path + "/walks", Map.of("people", " ")).problem()).isEqualTo("text-missing");
        JsonNode walked = post(
                        201,
                        path + "/walks",
                        Map.of("people", "城管 2、公安 1、住建 1、消防 2", "findings", "占道两处，已劝离"),
                        "Idempotency-Key",
                        "walk-1")
                .json();
        assertThat(walked.path("standing").asString()).isEqualTo("DONE");
        assertThat(walked.path("months").get(0).path("done").asInt()).isEqualTo(1);
        assertThat(post(
                                201,
                                path + "/walks",
                                Map.of("people", "城管 2、公安 1、住建 1、消防 2", "findings", "占道两处，已劝离"),
                                "Idempotency-Key",
                                "walk-1")
                        .json()
                        .path("walks"))
                .hasSize(1);
        assertThat(post(428, path + "/end", Map.of()).problem()).isEqualTo("version-missing");
        assertThat(post(
                                412,
                                path + "/end",
                                Map.of(),
                                "If-Match",
                                made.path("etag").asString())
                        .problem())
                .isEqualTo("stale");
        post(200, path + "/end", Map.of(), "If-Match", walked.path("etag").asString());
        assertThat(post(409, path + "/walks", Map.of("people", "x")).problem()).isEqualTo("joint-patrol-over");
        assertThat(get(ALL).path("items").findValuesAsString("id"))
                .doesNotContain(made.path("id").asString());
    }

    @Test
    void whatIsNoPlanIsRefusedByName() {
        assertThat(post(422, ALL, plan(Map.of("departments", List.of("police"))))
                        .problem())
                .isEqualTo("departments-missing");
        assertThat(post(422, ALL, plan(Map.of("departments", List.of("police", "ghosts"))))
                        .problem())
                .isEqualTo("unknown-department");
        assertThat(post(422, ALL, plan(Map.of("grids", List.of("999")))).problem())
                .isEqualTo("unknown-grid");
        assertThat(post(422, ALL, plan(Map.of("grids", List.of()))).problem()).isEqualTo("grids-missing");
        assertThat(post(422, ALL, plan(Map.of("timesAMonth", 0))).problem()).isEqualTo("times-not-acceptable");
        String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
        JsonNode later = post(201, ALL, plan(Map.of("startsOn", tomorrow))).json();
        assertThat(post(422, ALL + "/" + later.path("id").asString() + "/walks", Map.of("people", "x"))
                        .status())
                .isEqualTo(422);
    }

    private static Map<String, Object> plan(Map<String, Object> other) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "nameZh",
                "联合执法一队",
                "nameEn",
                "Joint team one",
                "departments",
                List.of("police", "greening"),
                "grids",
                List.of(TestTown.micro(0, 0), TestTown.micro(0, 1))));
        plan.putAll(other);
        return plan;
    }
}
