package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The test town with one team, and what tests of clocks do in it: report, and let time pass for one incident. */
final class ClockTown {

    final TestApi api;
    final JdbcClient jdbc;

    ClockTown(ApplicationContext context) {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class)
                .load(List.of(new NewTeam(
                        "micro-grid",
                        TestTown.micro(0, 0),
                        "MICRO",
                        "微网格队伍",
                        "Micro-grid team",
                        List.of(new NewMember(
                                "MICRO_GRID_HEAD", "微网格长 001", "Micro-grid head 001", "0580-1", null, null, null)),
                        List.of())));
        jdbc = context.getBean(JdbcClient.class);
        api = TestApi.of(context);
        TestApi.addUser(jdbc, "second", "dispatcher", "*");
    }

    JsonNode report(String category) {
        TestApi.Answer answer = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                category,
                                "description",
                                "x",
                                "location",
                                Map.of("lon", 122.105, "lat", 30.005)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    String reportId(String category) {
        return report(category).path("id").asString();
    }

    JsonNode read(String id) {
        return api.as("dispatcher").get("/api/v1/incidents/" + id).json();
    }

    /** The one deadline of a kind as the incident shows it. */
    JsonNode deadline(String id, String kind) {
        return read(id).path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** As if the incident had been reported that much earlier. */
    void age(String id, String interval) {
        jdbc.sql("""
                        UPDATE dispatch.deadlines SET started_at = started_at - d, anchor_at = anchor_at - d, due = due - d,
                            warn_at = warn_at - d, ring_at = ring_at - d
                        FROM (SELECT :interval::interval AS d) AS moved
                        WHERE incident_id = :id::uuid""").param("interval", interval).param("id", id).update();
    }

    TestApi.Answer ask(String user, String id, Object... fields) {
        return api.as(user).post("/api/v1/incidents/" + id + "/approvals", map(fields));
    }

    TestApi.Answer decide(String user, JsonNode approval, Object... fields) {
        return api.as(user)
                .post(
                        "/api/v1/incidents/" + approval.path("incidentId").asString() + "/approvals/"
                                + approval.path("id").asLong(),
                        map(fields),
                        "If-Match",
                        "\"" + approval.path("version").asInt() + "\"");
    }

    static Map<String, Object> map(Object... fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return map;
    }

    /** How often something was told of an incident, on its way or on the stream. */
    long told(String id, String type) {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT type, subject FROM platform.outbox
                            UNION ALL SELECT type, subject FROM console.stream_events) AS told
                        WHERE type = :type AND subject = :id""")
                .param("type", type)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    long timeline(String id, String word) {
        return read(id).path("timeline")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals(word))
                .count();
    }

    /** Does something again and again until it has come about. */
    static void until(BooleanSupplier done, Runnable again) {
        for (int i = 0; i < 5_000 && !done.getAsBoolean(); i++) {
            again.run();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
