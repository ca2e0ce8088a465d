package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The test town with what its screens show now and what a past second showed, in one form. */
abstract class PastTown extends LifeTown {

    Map<String, String> live() {
        return seen(
                dispatcher.get("/api/v1/incidents?state=OPEN&limit=1000").json().path("items"));
    }

    Map<String, String> tasksLive() {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql("""
                        SELECT t.id::text AS id, concat_ws(' ', t.grid_code, t.part, t.state, t.version) AS says
                        FROM dispatch.tasks t JOIN incident.incidents i ON i.id = t.incident_id WHERE i.closed_at IS NULL""").query(row -> {
            found.put(row.getString("id"), row.getString("says"));
        });
        return found;
    }

    static Map<String, String> tasksSeen(JsonNode cases) {
        Map<String, String> found = new TreeMap<>();
        cases.forEach(one -> one.path("tasks")
                .forEach(task -> found.put(
                        task.path("id").asString(),
                        task.path("gridCode").asString() + " "
                                + task.path("part").asString() + " "
                                + task.path("state").asString() + " "
                                + task.path("version").asInt())));
        return found;
    }

    /** Case by case what a list shows of it. */
    static Map<String, String> seen(JsonNode cases) {
        Map<String, String> seen = new TreeMap<>();
        for (JsonNode one : cases) {
            Map<String, Object> says = new LinkedHashMap<>();
            for (String field : List.of(
                    "state",
                    "tier",
                    "colour",
                    "version",
                    "category",
                    "location",
                    "gridCode",
                    "matterClass",
                    "parkedUntil",
                    "supervised",
                    "held",
                    "lead",
                    "nextDue",
                    "light")) {
                says.put(field, one.path(field).toString());
            }
            List<String> stays = new ArrayList<>();
            one.path("matches")
                    .forEach(match -> stays.add(match.path("layer").asString() + " "
                            + match.path("gridCode").asString() + " "
                            + match.path("edition").asString() + " "
                            + match.path("share").asDouble()));
            says.put("matches", stays);
            List<String> clocks = new ArrayList<>();
            one.path("deadlines")
                    .forEach(clock -> clocks.add(clock.path("kind").asString() + " " + clock.path("due") + " "
                            + clock.path("metAt") + " " + clock.path("standing") + " " + clock.path("light")));
            says.put("deadlines", clocks);
            seen.put(one.path("id").asString(), says.toString());
        }
        return seen;
    }

    /** A base map below the town, for whichever test of a database comes first. */
    void baseMapOnce() throws IOException {
        if (count("SELECT count(*) FROM mapdata.extent") == 0) {
            jdbc.sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                    .update();
        }
    }

    JsonNode snapshot(Instant at) {
        Answer answer = dispatcher.get("/api/v1/replay?at=" + text(at));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode hash(Instant at) {
        Answer answer = dispatcher.get("/api/v1/replay/hash?at=" + text(at));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode past(String id, Instant at) {
        return dispatcher
                .get("/api/v1/replay/incidents/" + id + "?at=" + text(at))
                .json();
    }

    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The next whole second, once it has come: what happened before lies before it, what happens from now on after it. */
    Instant nextSecond() {
        Instant second = now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (!now().isAfter(second)) {
            Thread.onSpinWait();
        }
        return second;
    }

    static String text(Instant at) {
        return URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
    }

    /** Asked by one, decided by another: the clocks of the case stand from then on. */
    Answer park(String id) {
        Answer asked = dispatcher.post(
                "/api/v1/incidents/" + id + "/approvals",
                Map.of("action", "PARK", "until", now().plus(3, ChronoUnit.DAYS).toString(), "reason", "等待备件"));
        if (asked.status() >= 300) {
            return asked;
        }
        JsonNode approval = asked.json();
        return admin().post(
                        "/api/v1/incidents/" + id + "/approvals/"
                                + approval.path("id").asString(),
                        Map.of("decision", "APPROVE"),
                        "If-Match",
                        Optional.ofNullable(asked.header("ETag")).orElse("\"1\""));
    }

    TestApi admin() {
        return TestApi.of(context).as("admin");
    }

    String adopt() {
        editions.adopt(
                new AdoptEdition("micro-grid", now(), TestTown.microGrids(), Optional.empty(), "a newer plan"), "test");
        return "ADOPT";
    }

    String changeRoster() {
        teams.load(List.of(new NewTeam(
                "micro-grid",
                HOME,
                "MICRO",
                "微网格队伍 " + HOME,
                "Team " + HOME,
                List.of(
                        new NewMember("MICRO_GRID_HEAD", "新微网格长", "New head", "0580-0000000", null, null, null),
                        new NewMember("GRID_WORKER", "网格员", "Worker", "0580-0000000", "U-" + HOME, null, null)),
                List.of())));
        return "ROSTER";
    }
}
