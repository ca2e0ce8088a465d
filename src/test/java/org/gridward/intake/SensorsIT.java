package org.gridward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
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

/** A flood of signals of one device is one incident with a counter. */
@GridwardIT
@TestPropertySource(properties = "own-database=sensors")
class SensorsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi device;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        device = TestApi.of(context).as("dispatcher");
    }

    @Test
    void aFloodOfOneDeviceIsOneIncidentAndTheNextAfterClosingIsAnother() {
        List<JsonNode> answers = IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        device.post("/api/v1/intake/signals", signal("LIFT-7")).json()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        List<String> incidents = answers.stream()
                .map(answer -> answer.path("incident").asString())
                .distinct()
                .toList();
        assertThat(incidents).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.path("created").asBoolean()))
                .hasSize(1);
        assertThat(answers.stream()
                        .mapToLong(answer -> answer.path("signals").asLong())
                        .max())
                .hasValue(40);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM incident.incidents WHERE channel = 'SENSOR' AND category = 'ebike_indoor'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        TestApi.Answer over = device.post(
                "/api/v1/incidents/" + incidents.get(0) + "/actions",
                Map.of("action", "VOID", "reason", "误报"),
                "If-Match",
                device.get("/api/v1/incidents/" + incidents.get(0)).header("ETag"));
        assertThat(over.status()).as(over.body()).isEqualTo(200);
        JsonNode next = device.post("/api/v1/intake/signals", signal("LIFT-7")).json();
        assertThat(next.path("created").asBoolean()).isTrue();
        assertThat(next.path("incident").asString()).isNotEqualTo(incidents.get(0));
        assertThat(next.path("signals").asLong()).isEqualTo(1);
    }

    @Test
    void aSignalThatCannotBeAnIncidentIsRefused() {
        Map<String, Object> blank = new LinkedHashMap<>(signal("LIFT-8"));
        blank.put("device", "");
        assertThat(device.post("/api/v1/intake/signals", blank).problem()).isEqualTo("signal-not-acceptable");
        Map<String, Object> unknown = new LinkedHashMap<>(signal("LIFT-8"));
        unknown.put("category", "volcano");
        assertThat(device.post("/api/v1/intake/signals", unknown).problem()).isEqualTo("unknown-category");
        assertThat(jdbc.sql("SELECT count(*) FROM intake.devices WHERE device = 'LIFT-8'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Map<String, Object> signal(String device) {
        return Map.of("device", device, "category", "ebike_indoor", "lon", 122.115, "lat", 30.015, "value", "电动车 0.97");
    }
}
