package org.gridward.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What sounds, who acknowledges, what is shelved, and how often: as the server keeps it. */
@GridwardIT
@TestPropertySource(properties = "own-database=Alarms")
@Timeout(60)
class AlarmsIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void empty() {
        TestApi.addUser(jdbc, "second", "dispatcher", "*");
        dispatcher = TestApi.of(context).as("dispatcher");
        jdbc.sql("TRUNCATE console.alarm_soundings, console.alarm_acknowledgements, console.seat_watch")
                .update();
    }

    @Test
    void whatSoundedIsKeptOnceAndTheFirstWhoAcknowledgesIsKeptAndTold() {
        Map<String, Object> sounding =
                Map.of("seat", "desk 1", "kind", "NEW_CASE", "gridCode", "G1", "tier", 1, "members", List.of("a", "b"));
        TestApi.Answer first = dispatcher.post("/api/v1/alarms/soundings", sounding, "Idempotency-Key", "alarm-1");
        TestApi.Answer again = dispatcher.post("/api/v1/alarms/soundings", sounding, "Idempotency-Key", "alarm-1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));

        acknowledge(dispatcher, "a");
        acknowledge(TestApi.of(context).as("second"), "a");

        JsonNode kept = dispatcher.get("/api/v1/alarms/soundings").json().path("items");
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.get(0).path("acknowledgedBy").asString()).isEqualTo("dispatcher");
        JsonNode noted =
                dispatcher.get("/api/v1/alarms/acknowledgements").json().path("items");
        assertThat(noted.size()).isEqualTo(1);
        assertThat(noted.get(0).path("actor").asString()).isEqualTo("dispatcher");
        assertThat(told("AlarmAcknowledged")).isEqualTo(1);
    }

    @Test
    void aShelfHasAReasonAndAnEndAndEndsByItselfOnce() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("kind", "NEAR_DUE", "until", in(60)),
                Map.of("kind", "NEAR_DUE", "reason", "x"),
                Map.of("kind", "NEAR_DUE", "reason", "x", "until", in(-1)),
                Map.of("kind", "NEAR_DUE", "reason", "x", "until", in(90_000)),
                Map.of("kind", "STREAM_DEAD", "reason", "x", "until", in(60)),
                Map.of("kind", "NOISE", "reason", "x", "until", in(60)))) {
            assertThat(dispatcher.post("/api/v1/alarms/shelves", wrong).status())
                    .as("%s", wrong)
                    .isEqualTo(422);
        }
        TestApi.Answer made = dispatcher.post(
                "/api/v1/alarms/shelves",
                Map.of("kind", "NEAR_DUE", "gridCode", "G7", "reason", "台风，整片停工", "until", in(3)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        String id = made.json().path("id").asString();
        assertThat(open(id)).isTrue();

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (open(id)) {
            assertThat(System.nanoTime()).as("ends by itself").isLessThan(end);
        }
        JsonNode ended = dispatcher.get("/api/v1/alarms/shelves/" + id).json();
        assertThat(ended.path("endedBy").asString()).isEmpty();
        assertThat(Instant.parse(ended.path("endedAt").asString()))
                .isAfterOrEqualTo(Instant.parse(ended.path("until").asString()));
        assertThat(jdbc.sql("SELECT string_agg(action, ' ' ORDER BY at) FROM access.audit_events WHERE object = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("ALARM_SHELVED ALARM_UNSHELVED");
    }

    @Test
    void aShelfIsEndedByWhoHasReadIt() {
        String id = dispatcher
                .post("/api/v1/alarms/shelves", Map.of("kind", "OVERDUE", "reason", "x", "until", in(600)))
                .json()
                .path("id")
                .asString();
        String path = "/api/v1/alarms/shelves/" + id + "/end";
        assertThat(dispatcher.post(path, Map.of()).status()).isEqualTo(428);
        assertThat(dispatcher.post(path, Map.of(), "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(dispatcher
                        .post(path, Map.of(), "If-Match", "\"1\"")
                        .json()
                        .path("endedBy")
                        .asString())
                .isEqualTo("dispatcher");
        assertThat(dispatcher.post(path, Map.of(), "If-Match", "\"2\"").status())
                .isEqualTo(409);
    }

    @Test
    void theRateIsCountedBySeatAndUserAgainstTheWatchedTime() {
        // An hour watched at two seats; at the first 12 alarms within ten minutes, at the second one alarm.
        jdbc.sql("""
                INSERT INTO console.seat_watch (slot, seat, actor)
                SELECT date_bin('10 minutes', now() - n * interval '10 minutes', timestamptz 'epoch'), s, 'dispatcher'
                FROM generate_series(2, 7) AS n, unnest(ARRAY['=desk 1', 'desk 2']) AS s""").update();
        jdbc.sql("""
                INSERT INTO console.alarm_soundings (id, at, seat, actor, kind, members, acknowledged_at, acknowledged_by)
                SELECT gen_random_uuid(), date_bin('10 minutes', now(), timestamptz 'epoch') - interval '25 minutes' + n * interval '20 seconds', '=desk 1', 'dispatcher',
                       'NEW_CASE', ARRAY[n::text], CASE WHEN n > 2 THEN now() END, CASE WHEN n > 2 THEN 'dispatcher' END
                FROM generate_series(1, 12) AS n""").update();
        jdbc.sql("""
                INSERT INTO console.alarm_soundings (id, at, seat, actor, kind, members)
                VALUES (gen_random_uuid(), now() - interval '25 minutes', 'desk 2', 'dispatcher', 'VOID', ARRAY['v'])""").update();

        JsonNode lines = dispatcher.get("/api/v1/alarms/report").json().path("lines");
        assertThat(lines.size()).isEqualTo(2);
        JsonNode busy = lines.get(0);
        assertThat(busy.path("alarms").asInt()).isEqualTo(12);
        assertThat(busy.path("watched").asInt()).isEqualTo(6);
        assertThat(busy.path("average").asDouble()).isEqualTo(2.0);
        assertThat(busy.path("peak").asInt()).isEqualTo(12);
        assertThat(busy.path("unacknowledged").asInt()).isEqualTo(2);
        assertThat(busy.path("withinGoals").asBoolean()).isFalse();
        assertThat(lines.get(1).path("withinGoals").asBoolean()).isTrue();

        TestApi.Answer sheet = dispatcher.get("/api/v1/alarms/report.csv");
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.body().lines().skip(1).findFirst().orElseThrow())
                .isEqualTo("\"'=desk 1\",\"dispatcher\",12,6,2.00,12,false,2,"
                        + Math.round(busy.path("medianSeconds").asDouble()));
        assertThat(dispatcher
                        .get("/api/v1/alarms/report?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSeatThatSaysTwiceThatItIsWatchedIsCountedOnce() {
        dispatcher.send("PUT", "/api/v1/alarms/seats/desk%201", new byte[0]);
        assertThat(dispatcher
                        .send("PUT", "/api/v1/alarms/seats/desk%201", new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("SELECT count(*) FROM console.seat_watch")
                        .query(Integer.class)
                        .single())
                .isBetween(1, 2);
    }

    private void acknowledge(TestApi as, String member) {
        TestApi.Answer done = as.post(
                "/api/v1/alarms/acknowledgements",
                Map.of("seat", "desk 2", "kind", "NEW_CASE", "members", List.of(member)));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
    }

    private boolean open(String id) {
        return dispatcher
                .get("/api/v1/alarms/shelves?limit=10000")
                .json()
                .path("items")
                .findValuesAsString("id")
                .contains(id);
    }

    private int told(String type) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM console.stream_events WHERE type = :type)
                             + (SELECT count(*) FROM platform.outbox WHERE type = :type)""").param("type", type).query(Integer.class).single();
    }

    private static String in(long seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }
}
