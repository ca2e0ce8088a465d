package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A leak that is posted in a stairwell group at 07:43: pasted, confirmed by a person, placed, dispatched, closed, revisited. */
@GridwardIT
@TestPropertySource(properties = "own-database=C01")
class C01_LeakAt171401IT {

    private static final String PASTE = """
            王阿姨 2025-08-26 07:31
            早上好，今天垃圾车来过了吗
            向春梅 2025-08-26 07:43
            171-401 漏水，水从门缝流到楼道了
            物业 07:46
            收到
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Teams teams;

    @Autowired
    Places places;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        TestTown.adopt(layers, editions, map);
        layers.ensure(new Layer("stairwell", LayerKind.FREE, Optional.empty(), "楼道网格", "Stairwell"));
        editions.adopt(TestTown.edition("stairwell", List.of(TestTown.grid("ST-171", null, 1, 1, 1, 1))), "test");
        teams.load(TestTeams.all());
        places.load(List.of(building("B-171", "祥东小区", "171", 122.115), building("H-171", "海德名园", "171", 122.135))
                .iterator());
    }

    @Test
    void theMessageBecomesADraftThatAPersonConfirmsAndTheCaseRunsToItsRevisit() {
        TestApi.Answer pasted = dispatcher.post("/api/v1/intake/chat", Map.of("text", PASTE, "estate", "祥东小区"));
        assertThat(pasted.status()).as(pasted.body()).isEqualTo(200);
        assertThat(dispatcher.get("/api/v1/incidents").json().path("items").size())
                .as("nothing is filed by pasting")
                .isZero();
        JsonNode draft = pasted.json()
                .path("drafts")
                .valueStream()
                .filter(one -> one.path("who").asString("").equals("向春梅"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(draft.path("at").asString())).isEqualTo(Instant.parse("2025-08-25T23:43:00Z"));
        assertThat(draft.path("placeText").asString()).isEqualTo("171-401");
        assertThat(draft.path("place").path("spot").path("code").asString()).isEqualTo("B-171");
        assertThat(draft.path("categories").get(0).path("code").asString()).isEqualTo("water_leak");
        assertThat(draft.path("categories").get(0).path("words").valueStream().map(JsonNode::asString))
                .contains("漏水");
        assertThat(pasted.json().path("others").valueStream().map(one -> one.path("text")
                        .asString()))
                .contains("收到");

        TestApi.Answer filed = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "water_leak",
                        "description", draft.path("text").asString(),
                        "channel", "CHAT_GROUP",
                        "occurredAt", draft.path("at").asString(),
                        "location", Map.of("address", "祥东小区171-401"),
                        "reporter", Map.of("name", draft.path("who").asString()),
                        "answers", Map.of("running", true)),
                "Idempotency-Key",
                "chat-171-401");
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        JsonNode incident = filed.json();
        assertThat(incident.path("matches").valueStream().map(match -> match.path("gridCode")
                        .asString()))
                .contains("ST-171", TestTown.micro(1, 1));
        assertThat(incident.path("tasks").size()).isPositive();
        String id = incident.path("id").asString();

        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "ARRIVE");
        TestLife.act(dispatcher, id, "NOTE", "note", "阀门已关，水已止住");
        TestLife.act(dispatcher, id, "NOTE", "note", "户主到场，开门清理积水");
        TestLife.close(dispatcher, id);
        JsonNode revisited = TestLife.act(dispatcher, id, "REVISIT", "result", "SOLVED", "satisfaction", 5);

        assertThat(Instant.parse(revisited.path("occurredAt").asString()))
                .isEqualTo(Instant.parse("2025-08-25T23:43:00Z"))
                .isBefore(Instant.parse(revisited.path("reportedAt").asString()));
        List<Instant> times = revisited
                .path("timeline")
                .valueStream()
                .map(row -> Instant.parse(row.path("at").asString()))
                .toList();
        assertThat(times).isSorted();
        assertThat(revisited.path("timeline").valueStream().map(row -> row.path("action")
                        .asString()))
                .containsSubsequence(
                        "REPORT",
                        "DISPATCH",
                        "ACCEPT",
                        "ARRIVE",
                        "NOTE",
                        "NOTE",
                        "FINISH",
                        "FEEDBACK",
                        "CLOSE",
                        "REVISIT");
        assertThat(revisited.path("firstReceiver").asString()).isEqualTo("dispatcher");
        assertThat(revisited.path("reportedLocation").path("found").path("room").asString())
                .isEqualTo("401");
    }

    private static NewPlace building(String code, String estate, String number, double lon) {
        return new NewPlace(
                code,
                "building",
                estate + number + "号",
                code,
                lon,
                30.015,
                Map.of("estate", estate, "building", number));
    }
}
