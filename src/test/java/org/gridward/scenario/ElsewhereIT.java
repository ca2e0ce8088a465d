package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Precedent;
import org.gridward.responsibility.Precedents;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** Who answers for the east of the town neither reads who reported in the west nor acts there. */
class ElsewhereIT extends TwoSides {

    private static final String PHONE = "13900000001";

    private JsonNode report() {
        Answer answer = api.as("west-dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "water_leak",
                                "description", "楼道漏水",
                                "channel", "PHONE",
                                "location", Map.of("lon", 122.105, "lat", 30.025),
                                "reporter", Map.of("name", "李女士", "phone", PHONE)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void theReporterIsKnownToThoseWhoWorkThereAlone() {
        JsonNode incident = report();
        String path = "/api/v1/incidents/" + incident.path("id").asString();
        String code = incident.path("trackingCode").asString();
        for (String near : List.of("west-dispatcher", "west-patrol", "dispatcher", "admin")) {
            assertThat(api.as(near).get(path).body()).as(near).contains(PHONE).doesNotContain(code);
            assertThat(api.as(near).get(path + "/reporters").body())
                    .as(near)
                    .contains(PHONE)
                    .doesNotContain(code);
        }
        for (String far : List.of("east-dispatcher", "east-patrol", "planner")) {
            Answer seen = api.as(far).get(path);
            assertThat(seen.status()).as(far).isEqualTo(200);
            assertThat(seen.body()).as(far).contains("楼道漏水").doesNotContain(PHONE, "李女士", code);
            assertThat(api.as(far).get(path + "/reporters").status()).as(far).isEqualTo(403);
        }
    }

    @Test
    void aFollowUpIsDoneByThoseWhoWorkThereAlone() {
        String incident = report().path("id").asString();
        Answer planned = api.as("west-dispatcher")
                .post(
                        "/api/v1/incidents/" + incident + "/follow-ups",
                        Map.of(
                                "text", "再看一次",
                                "due", Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                                "to", TestTown.micro(0, 2)));
        assertThat(planned.status()).as(planned.body()).isEqualTo(201);
        String done = "/api/v1/follow-ups/" + planned.json().path("id").asString() + "/done";

        assertThat(api.as("west-dispatcher").post(done, Map.of()).problem()).isEqualTo("version-missing");
        assertThat(post("east-dispatcher", done, "\"1\"").problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(post("west-dispatcher", done, planned.json().path("etag").asString())
                        .status())
                .isEqualTo(204);
        assertThat(post("west-dispatcher", done, "\"1\"").problem()).isEqualTo("stale-follow-up");
        assertThat(post("west-dispatcher", done, "*").problem()).isEqualTo("no-open-follow-up");
        assertThat(post("west-dispatcher", "/api/v1/follow-ups/" + incident + "/done", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBroadcastIsMadeSentAndTakenBackByThoseWhoAnswerThere() {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "titleZh", "停水通知",
                "textZh", "今晚停水检修",
                "validFrom", Instant.now().toString(),
                "validUntil", Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                "grids", List.of(Map.of("layer", "grid", "code", "33099900100101"))));
        assertThat(api.as("east-dispatcher").post("/api/v1/broadcasts", draft).problem())
                .isEqualTo("outside-own-jurisdiction");
        Answer made = api.as("west-dispatcher").post("/api/v1/broadcasts", draft);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = "/api/v1/broadcasts/" + made.json().path("id").asString();

        assertThat(post("east-dispatcher", path + "/send", made).problem()).isEqualTo("outside-own-jurisdiction");
        Answer sent = post("west-dispatcher", path + "/send", made);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(post("east-dispatcher", path + "/recall", sent).problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(post("west-dispatcher", path + "/recall", sent).status()).isEqualTo(200);
    }

    @Test
    void aPrecedentForOthersGroundIsNeitherMadeNorTakenBack() {
        Precedents precedents = context.getBean(Precedents.class);
        Actor west = new Actor("west-dispatcher", Set.of(Role.DISPATCHER), WEST, Optional.empty());
        assertThatThrownBy(() -> precedents.add(precedent(122.125), null, null, west))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        Precedent own = precedent(122.105);
        precedents.add(own, null, null, west);
        String end = "/api/v1/precedents/" + own.id() + "/end";

        assertThat(api.as("west-dispatcher").post(end, Map.of()).problem()).isEqualTo("version-missing");
        assertThat(post("east-dispatcher", end, "*").problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(post("west-dispatcher", end, "\"7\"").problem()).isEqualTo("stale-precedent");
        assertThat(post("west-dispatcher", end, "*").status()).isEqualTo(204);
        assertThat(post("west-dispatcher", end, "*").status()).isEqualTo(404);
    }

    private static Precedent precedent(double lon) {
        Geometry ground = GeoJson.FACTORY.toGeometry(new Envelope(lon - 0.001, lon + 0.001, 30.024, 30.026));
        return new Precedent(
                UUID.randomUUID(),
                "",
                ground,
                "",
                "urban_enforcement",
                true,
                "micro-grid",
                "",
                "2026-1",
                "x",
                Instant.now(),
                "west-dispatcher");
    }

    private Answer post(String user, String path, Answer seen) {
        return api.as(user).post(path, Map.of("reason", "时间有变"), "If-Match", seen.header("ETag"));
    }
}
