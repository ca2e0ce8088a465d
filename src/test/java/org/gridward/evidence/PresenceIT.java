package org.gridward.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Claims of arriving and finishing against the worker's own track, over HTTP, with tracks that come late and shuffled. */
@GridwardIT
@TestPropertySource(properties = "own-database=PresenceIT")
class PresenceIT {

    private static final double LON = 122.105;
    private static final double LAT = 30.025;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private TestApi api;
    private Instant now;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        api = TestApi.of(context);
        now = jdbc.sql("SELECT clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private TestApi worker(String name) {
        TestApi.addUser(jdbc, name, "patrol", "*");
        jdbc.sql("UPDATE access.users SET unit = ? WHERE name = ?")
                .param("U-" + name)
                .param(name)
                .update();
        return api.as(name);
    }

    private String accepted(TestApi worker) {
        String id = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of("category", "noise", "description", "x", "location", Map.of("lon", LON, "lat", LAT)))
                .json()
                .path("id")
                .asString();
        jdbc.sql("UPDATE incident.incidents SET state = 'DISPATCHED' WHERE id = ?::uuid")
                .param(id)
                .update();
        TestLife.act(worker, id, "ACCEPT");
        return id;
    }

    private List<Map<String, Object>> track(int fromMinute, int toMinute, double meters) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int minute = fromMinute; minute <= toMinute; minute++) {
            points.add(Map.of(
                    "t",
                    now.plusSeconds(60L * minute).toString(),
                    "lon",
                    LON + meters / 96_300,
                    "lat",
                    LAT,
                    "accuracyMeters",
                    8));
        }
        return points;
    }

    private void send(String name, List<Map<String, Object>> points) {
        TestApi.Answer answer = api.as(name).post("/api/v1/tracks", Map.of("unit", "U-" + name, "points", points));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private JsonNode presence(String incident, int index) {
        return api.as("dispatcher")
                .get("/api/v1/incidents/" + incident + "/evidence")
                .json()
                .path("presence")
                .get(index);
    }

    @Test
    void anArrivalIsJudgedByTheTrackAndAnewWhenLateBatchesCome() {
        TestApi worker = worker("late");
        String incident = accepted(worker);
        TestLife.act(worker, incident, "ARRIVE");
        assertThat(presence(incident, 0).path("verdict").asString()).isEqualTo("NO_TRACK");
        send("late", track(-20, -8, 1_500));
        assertThat(presence(incident, 0).path("verdict").asString()).isEqualTo("NO_TRACK");
        send("late", track(-3, 3, 12));
        JsonNode proved = presence(incident, 0);
        assertThat(proved.path("verdict").asString()).isEqualTo("PROVED");
        assertThat(proved.path("reason").asString()).isEqualTo("AT_PLACE");
        assertThat(proved.path("figures").path("dwellSeconds").asLong()).isEqualTo(360);
        assertThat(proved.path("parameters").path("radiusMeters").asDouble()).isEqualTo(100);
        assertThat(proved.path("judgements").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(proved.path("unit").asString()).isEqualTo("U-late");
    }

    @Test
    void aForgedPlaceWithATrackElsewhereIsNotSupportedAndNobodyIsPunished() {
        TestApi worker = worker("forger");
        String incident = accepted(worker);
        send("forger", track(-25, 4, 2_500));
        TestLife.act(worker, incident, "ARRIVE", "place", Map.of("lon", LON, "lat", LAT, "accuracyMeters", 5));
        TestApi.Answer photo = worker.send(
                "POST",
                "/api/v1/incidents/" + incident + "/photos?purpose=AFTER&lon=" + LON + "&lat=" + LAT,
                TestPhotos.withExif(60, 40, 1),
                "Content-Type",
                "image/jpeg");
        assertThat(photo.json().path("far").asBoolean()).isFalse();
        JsonNode finished = TestLife.act(worker, incident, "FINISH", "place", Map.of("lon", LON, "lat", LAT));
        assertThat(finished.path("state").asString()).isEqualTo("FINISHED");
        JsonNode judged = presence(incident, 1);
        assertThat(judged.path("action").asString()).isEqualTo("FINISH");
        assertThat(judged.path("placeOf").asString()).isEqualTo("CLAIM");
        assertThat(judged.path("verdict").asString()).isEqualTo("NOT_SUPPORTED");
        assertThat(judged.path("reason").asString()).isEqualTo("ELSEWHERE");
        assertThat(judged.path("figures").path("distanceMeters").asDouble()).isBetween(2_400.0, 2_600.0);
    }

    @Test
    void aClockTenMinutesOffIsRecognisedAsAnOffset() {
        TestApi worker = worker("fast");
        String incident = accepted(worker);
        send("fast", track(-40, -15, 10));
        send("fast", track(-13, 4, 1_200));
        TestLife.act(worker, incident, "ARRIVE");
        TestLife.act(worker, incident, "FINISH", "at", now.minusSeconds(5 * 60).toString());
        JsonNode judged = presence(incident, 1);
        assertThat(judged.path("verdict").asString()).isEqualTo("PLAUSIBLE");
        assertThat(judged.path("reason").asString()).isEqualTo("CLOCK_OFFSET");
        assertThat(judged.path("figures").path("offsetSeconds").asLong()).isEqualTo(600);
    }

    @Test
    void theOrderOfBatchesChangesNothing() {
        List<Map<String, Object>> points = new ArrayList<>(track(-28, -6, 900));
        points.addAll(track(-5, 4, 20));
        Random random = new Random(4);
        List<JsonNode> figures = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            String name = "order" + round;
            TestApi worker = worker(name);
            String incident = accepted(worker);
            TestLife.act(worker, incident, "ARRIVE", "at", now.minusSeconds(60).toString());
            Collections.shuffle(points, random);
            for (int from = 0; from < points.size(); from += 7) {
                send(name, points.subList(from, Math.min(points.size(), from + 7)));
                presence(incident, 0);
            }
            send(name, points.subList(0, 10));
            JsonNode judged = presence(incident, 0);
            assertThat(judged.path("verdict").asString()).isEqualTo("PROVED");
            figures.add(judged.path("figures"));
        }
        assertThat(figures).allSatisfy(one -> assertThat(one).isEqualTo(figures.get(0)));
    }

    @Test
    void aDispatcherWhoWritesItDownForSomebodyClaimsNothing() {
        String incident = accepted(api.as("dispatcher"));
        TestLife.act(api.as("dispatcher"), incident, "ARRIVE");
        assertThat(api.as("dispatcher")
                        .get("/api/v1/incidents/" + incident + "/evidence")
                        .json()
                        .path("presence"))
                .isEmpty();
    }

    @Test
    void halfAPlaceIsRefused() {
        TestApi worker = worker("half");
        String incident = accepted(worker);
        assertThat(TestLife.ask(worker, incident, "ARRIVE", "place", Map.of("lon", LON))
                        .status())
                .isEqualTo(422);
        assertThat(TestLife.ask(worker, incident, "ARRIVE", "place", Map.of("lon", 500, "lat", LAT))
                        .status())
                .isEqualTo(422);
        assertThat(TestLife.read(worker, incident).path("state").asString()).isEqualTo("ACCEPTED");
    }
}
