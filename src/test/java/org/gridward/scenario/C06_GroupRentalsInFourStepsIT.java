package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * 439 group rentals are filed, more than half correct themselves, the rest is enforced together after a whistle; each is
 * visited three times by day and three by night before it is closed. Which flats, and when, is made up.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=C06")
class C06_GroupRentalsInFourStepsIT {

    private static final int FLATS = 439;

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
    JdbcClient jdbc;

    private TestApi dispatcher;
    private CampaignTown town;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
        town = new CampaignTown(dispatcher);
    }

    @Test
    void all439AreClosedAfterSixVisitsEachAndReportsFallByEightyPercent() {
        CampaignTown.past(jdbc, dispatcher, "group_rental", 10, 122.111, 30.011, 60);
        CampaignTown.past(jdbc, dispatcher, "group_rental", 1, 122.111, 30.011, 10);
        CampaignTown.past(jdbc, dispatcher, "group_rental", 5, 122.135, 30.035, 60);
        Instant now = Instant.now();
        JsonNode opened = town.open(
                "group_rental",
                "群租整治",
                CampaignTown.row("室", FLATS, 122.110, 30.010, 0.0002),
                Map.of(
                        "kpi",
                        Map.of(
                                "categories", List.of("group_rental"),
                                "beforeFrom", now.minus(Duration.ofDays(75)).toString(),
                                "beforeUntil", now.minus(Duration.ofDays(45)).toString(),
                                "afterFrom", now.minus(Duration.ofDays(30)).toString(),
                                "goalPercent", -80)));
        String id = opened.path("id").asString();
        assertThat(opened.path("items").asInt()).isEqualTo(FLATS);
        assertThat(opened.path("stages").propertyNames())
                .containsExactly("FILES", "PERSUASION", "ENFORCEMENT", "PATROL");
        assertThat(opened.path("stages").path("FILES").asInt()).isEqualTo(FLATS);

        town.move(id, Map.of("from", "LISTED", "to", "FILED"));
        List<String> flats = CampaignTown.ids(town.items(id, ""));
        assertThat(town.move(id, Map.of("to", "CORRECTED", "items", flats.subList(0, 230)))
                        .path("moved")
                        .asInt())
                .isEqualTo(230);
        assertThat(town.campaign(id).path("stages").path("PERSUASION").asInt()).isEqualTo(209);

        String whistle = whistle();
        town.created("/api/v1/campaigns/" + id + "/links", Map.of("kind", "WHISTLE", "ref", whistle));
        assertThat(dispatcher
                        .post("/api/v1/campaigns/" + id + "/links", Map.of("kind", "MEETING", "ref", whistle))
                        .problem())
                .isEqualTo("unknown-link");
        town.move(id, Map.of("from", "FILED", "to", "SUMMONED"));
        assertThat(town.move(id, Map.of("from", "SUMMONED", "to", "CLOSED")).path("refused"))
                .hasSize(209);
        town.move(
                id,
                Map.of(
                        "to",
                        "ENFORCED",
                        "items",
                        flats.subList(230, 231),
                        "results",
                        Map.of("partitions", 4, "beds", 60, "fineYuan", 10000)));
        town.move(
                id,
                Map.of(
                        "to",
                        "ENFORCED",
                        "items",
                        flats.subList(231, 232),
                        "results",
                        Map.of("beds", 44, "fineYuan", 10000)));
        town.move(id, Map.of("from", "SUMMONED", "to", "ENFORCED"));
        town.move(id, Map.of("from", "ENFORCED", "to", "CORRECTED"));
        assertThat(dispatcher
                        .post(
                                "/api/v1/campaigns/" + id + "/moves",
                                Map.of("from", "CORRECTED", "to", "CORRECTED", "results", Map.of("beds", "many")))
                        .problem())
                .isEqualTo("results-not-acceptable");

        JsonNode corrected = town.campaign(id);
        assertThat(corrected.path("results").path("partitions").asInt()).isEqualTo(4);
        assertThat(corrected.path("results").path("beds").asInt()).isEqualTo(104);
        assertThat(corrected.path("results").path("fineYuan").asInt()).isEqualTo(20000);
        assertThat(corrected.path("visits").path("day").asInt()).isEqualTo(3 * FLATS);
        assertThat(corrected.path("visits").path("night").asInt()).isEqualTo(3 * FLATS);
        assertThat(town.move(id, Map.of("from", "CORRECTED", "to", "CLOSED"))
                        .path("moved")
                        .asInt())
                .as("nothing is closed before it was visited")
                .isZero();

        visitAll(id);
        JsonNode closed = town.move(id, Map.of("from", "CORRECTED", "to", "CLOSED"));
        assertThat(closed.path("moved").asInt()).isEqualTo(FLATS - 1);
        assertThat(closed.path("refused").get(0).path("why").asString()).contains("5 of 6");
        town.move(id, Map.of("from", "CORRECTED", "to", "SUMMONED"));
        town.move(id, Map.of("from", "SUMMONED", "to", "ENFORCED"));
        town.move(id, Map.of("from", "ENFORCED", "to", "CORRECTED"));
        visitAll(id);
        town.move(id, Map.of("from", "CORRECTED", "to", "CLOSED"));

        JsonNode done = town.campaign(id);
        assertThat(done.path("closed").asInt()).isEqualTo(FLATS);
        assertThat(done.path("states").path("CLOSED").asInt()).isEqualTo(FLATS);
        assertThat(done.path("links").get(0).path("kind").asString()).isEqualTo("WHISTLE");
        JsonNode kpi = town.get("/api/v1/campaigns/" + id + "/kpi");
        assertThat(kpi.path("before").asInt())
                .as("those elsewhere are not counted")
                .isEqualTo(10);
        assertThat(kpi.path("after").asInt()).isEqualTo(1);
        assertThat(kpi.path("changePercent").asDouble()).isLessThanOrEqualTo(-80);
        assertThat(kpi.path("reached").asBoolean()).isTrue();
    }

    /** Makes every visit that is open, at the time it is due, after these times were moved a year back; one finds a fault. */
    private void visitAll(String id) {
        jdbc.sql("UPDATE campaign.visits SET due_from = due_from - interval '364 days',"
                        + " due_until = due_until - interval '364 days' WHERE done_at IS NULL")
                .update();
        List<JsonNode> open = town.get("/api/v1/campaigns/" + id + "/visits?open=true&limit=10000")
                .path("items")
                .valueStream()
                .toList();
        JsonNode first = open.get(0);
        Map<String, Object> atNight = Map.of(
                "id",
                first.path("id").asString(),
                "fine",
                true,
                "at",
                Instant.parse(first.path("dueFrom").asString())
                        .plus(Duration.ofHours(13))
                        .toString());
        assertThat(dispatcher
                        .post("/api/v1/campaigns/" + id + "/visits", Map.of("visits", List.of(atNight)))
                        .status())
                .as("a visit by day is not made at night")
                .isEqualTo(422);
        boolean firstRound = open.size() > 6;
        List<Map<String, Object>> made = open.stream()
                .map(visit -> {
                    Map<String, Object> one = new HashMap<>();
                    one.put("id", visit.path("id").asString());
                    one.put(
                            "at",
                            Instant.parse(visit.path("dueFrom").asString())
                                    .plusSeconds(3_600)
                                    .toString());
                    one.put("fine", !(firstRound && visit == first));
                    return one;
                })
                .toList();
        town.ok("/api/v1/campaigns/" + id + "/visits", Map.of("visits", made));
    }

    private String whistle() {
        JsonNode incident = town.created(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        "public_order",
                        "description",
                        "联合执法",
                        "location",
                        Map.of("lon", 122.111, "lat", 30.011)));
        town.created(
                "/api/v1/incidents/" + incident.path("id").asString() + "/whistles",
                Map.of(
                        "note",
                        "请到场联合执法",
                        "departments",
                        List.of("urban_enforcement", "police"),
                        "arriveBy",
                        Instant.now().plusSeconds(7_200).toString()));
        return jdbc.sql("SELECT id::text FROM cooperation.whistle_calls WHERE incident_id = ?::uuid LIMIT 1")
                .param(incident.path("id").asString())
                .query(String.class)
                .single();
    }
}
