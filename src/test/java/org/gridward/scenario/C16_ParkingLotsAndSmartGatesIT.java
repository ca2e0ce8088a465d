package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 16: free lots blocked by long-stay cars; property, shops and committee vote on smart gates. */
@GridwardIT
@TestPropertySource(properties = "own-database=C16")
class C16_ParkingLotsAndSmartGatesIT extends CooperationTown {

    @Test
    void theGatesComeAfterAVoteThatReachedTurnoutAndApproval() {
        String id = report("zombie_vehicle", Map.of("description", "三处停车场被长期占用"));
        assertThat(texts(get("/api/v1/queues/MEETING").path("items"), "incidentId"))
                .containsExactly(id);
        String talk = "/api/v1/deliberations/"
                + post(
                                201,
                                "/api/v1/incidents/" + id + "/deliberations",
                                Map.of("template", "owners_meeting", "subject", "收费与道闸"))
                        .json()
                        .path("id")
                        .asString();
        post(
                201,
                talk + "/meetings",
                Map.of(
                        "minutes",
                        "商议收费标准",
                        "attendance",
                        List.of(
                                Map.of("seat", "owners_committee", "person", "业委会 01"),
                                Map.of("seat", "property", "person", "物业 02"),
                                Map.of("party", "沿街商户", "person", "商户 12"),
                                Map.of("party", "居委会", "person", "居委会 01"))));
        change(talk + "/steps", get(talk), Map.of("step", "meet"));
        assertThat(vote(201, talk, 119, 0).path("turnoutReached").asBoolean(true))
                .as("119 of 180 are fewer than two thirds")
                .isFalse();
        assertThat(vote(201, talk, 90, 30).path("approved").asBoolean(true))
                .as("90 of 180 are half, not more")
                .isFalse();
        assertThat(vote(422, talk, 150, 31).path("detail").asString()).contains("181 votes");
        JsonNode passed = vote(201, talk, 91, 29);
        assertThat(passed.path("turnoutReached").asBoolean()).isTrue();
        assertThat(passed.path("approved").asBoolean()).isTrue();
        change(talk + "/steps", get(talk), Map.of("step", "vote"));
        JsonNode task = post(
                        201,
                        talk + "/decisions",
                        Map.of(
                                "text", "安装三处道闸",
                                "department", "property_company",
                                "due", in(20, ChronoUnit.DAYS).toString()))
                .json();
        change(talk + "/result", get(talk), Map.of("outcome", "DECIDED", "result", "安装道闸，限时免费"));
        for (int lot = 1; lot <= 3; lot++) {
            post(
                    201,
                    "/api/v1/places",
                    Map.of(
                            "code",
                            "GATE-" + lot,
                            "kind",
                            "smart-gate",
                            "nameZh",
                            "停车场道闸 " + lot,
                            "lon",
                            LON + lot * 0.0005,
                            "lat",
                            LAT,
                            "attributes",
                            Map.of("incident", id)));
        }
        change(
                "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                task,
                Map.of("outcome", "DONE", "result", "三处道闸启用"));
        TestLife.close(dispatcher, id);
        assertThat(get("/api/v1/places?kind=smart-gate").path("items").size()).isEqualTo(3);
        assertThat(get("/api/v1/incidents?state=OPEN&category=zombie_vehicle")
                        .path("items")
                        .size())
                .isZero();
    }

    private JsonNode vote(int status, String talk, int inFavour, int against) {
        return post(
                        status,
                        talk + "/votes",
                        Map.of("question", "是否安装道闸并收费", "eligible", 180, "inFavour", inFavour, "against", against))
                .json();
    }
}
