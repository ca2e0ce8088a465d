package org.gridward.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A shift is handed over: the numbers add up, stay as they were, and two people sign. */
@GridwardIT
@TestPropertySource(properties = "own-database=Handover")
@Timeout(60)
class HandoverIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private TestApi going;
    private TestApi coming;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        going = TestApi.of(context).as("dispatcher");
        TestApi.addUser(jdbc, "second", "dispatcher", "*");
        coming = TestApi.of(context).as("second");
    }

    @Test
    void theNumbersAddUpAndAreKeptAsTheyWereAndTwoPeopleSign() {
        String stays = report();
        String goes = report();
        String comesBack = report();
        TestLife.close(going, comesBack);
        String before = report();
        TestLife.act(going, before, "VOID", "reason", "over before the shift");
        String began = now();

        TestLife.act(going, goes, "VOID", "reason", "twice the same");
        TestLife.act(going, comesBack, "REOPEN", "reason", "loud again");
        String fresh = report();
        String freshAndGone = report();
        TestLife.act(going, freshAndGone, "VOID", "reason", "nothing there");
        going.post(
                "/api/v1/alarms/shelves",
                Map.of(
                        "kind",
                        "VOID",
                        "reason",
                        "x",
                        "until",
                        Instant.now().plusSeconds(900).toString()));

        JsonNode present =
                going.get("/api/v1/handovers/present?since=" + began).json().path("figures");
        assertThat(figures(present, "openAtStart", "opened", "reopened", "closed", "openAtEnd"))
                .containsExactly(2, 2, 1, 2, 3);
        assertThat(ids(present, "opened")).containsExactlyInAnyOrder(fresh, freshAndGone);
        assertThat(ids(present, "closed")).containsExactlyInAnyOrder(goes, freshAndGone);
        assertThat(ids(present, "reopened")).containsExactly(comesBack);
        assertThat(present.path("shelved").asInt()).isEqualTo(1);
        assertThat(openCases())
                .contains(stays)
                .hasSize(present.path("openAtEnd").asInt());

        TestApi.Answer written = going.post(
                "/api/v1/handovers",
                Map.of("since", began, "note", "三号楼水泵 <b>", "voidsAhead", List.of(Map.of("gridCode", "G1"))),
                "Idempotency-Key",
                "shift-1");
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        String path = "/api/v1/handovers/" + written.json().path("id").asString();
        report();
        JsonNode kept = coming.get(path).json();
        assertThat(kept.path("figures").path("openAtEnd").asInt()).isEqualTo(3);
        assertThat(kept.path("note").asString()).isEqualTo("三号楼水泵 <b>");
        assertThat(kept.path("going").asString()).isEqualTo("dispatcher");

        assertThat(going.post(path + "/sign", Map.of(), "If-Match", "\"1\"").problem())
                .isEqualTo("handover-same-person");
        assertThat(coming.post(path + "/sign", Map.of()).status()).isEqualTo(428);
        assertThat(coming.post(path + "/sign", Map.of(), "If-Match", "\"9\"").status())
                .isEqualTo(412);
        TestApi.Answer signed = coming.post(path + "/sign", Map.of(), "If-Match", "\"1\"");
        assertThat(signed.json().path("coming").asString()).isEqualTo("second");
        assertThat(coming.post(path + "/sign", Map.of(), "If-Match", "\"2\"").status())
                .isEqualTo(409);

        JsonNode next = coming.get("/api/v1/handovers/present").json();
        assertThat(next.path("began")).isEqualTo(kept.path("taken"));
        assertThat(figures(next.path("figures"), "openAtStart", "opened", "openAtEnd"))
                .containsExactly(3, 1, 4);
    }

    @Test
    void aShiftThatBeginsLaterOrTooLongAgoIsRefused() {
        for (String since : List.of("2999-01-01T00:00:00Z", "2020-01-01T00:00:00Z")) {
            assertThat(going.get("/api/v1/handovers/present?since=" + since).problem())
                    .isEqualTo("shift-began");
        }
        assertThat(going.post("/api/v1/handovers", Map.of("note", "x".repeat(4_001)))
                        .status())
                .isEqualTo(422);
    }

    private String report() {
        return TestLife.read(
                        going,
                        going.post(
                                        "/api/v1/incidents",
                                        Map.of(
                                                "category",
                                                "noise",
                                                "description",
                                                "loud",
                                                "location",
                                                Map.of("lon", 122.105, "lat", 30.005)))
                                .json()
                                .path("id")
                                .asString())
                .path("id")
                .asString();
    }

    private String now() {
        return jdbc.sql("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }

    private List<String> openCases() {
        return going.get("/api/v1/incidents?limit=1000")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> !List.of("CLOSED", "VOID", "MERGED")
                        .contains(one.path("state").asString()))
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static List<Integer> figures(JsonNode figures, String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> figures.path(name).asInt())
                .toList();
    }

    private static List<String> ids(JsonNode figures, String list) {
        return figures.path("lists").path(list).findValuesAsString("id");
    }
}
