package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/** Complaints about falling objects near one building, a meeting, six cameras within five days, and the rate afterwards. */
@GridwardIT
@TestPropertySource(properties = "own-database=C25")
class C25_CamerasAgainstFallingObjectsIT {

    private static final double LON = 122.112;
    private static final double LAT = 30.012;

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
    void theMeetingLeadsToSixCamerasDueInFiveDaysAndFewerComplaints() {
        CampaignTown.past(jdbc, dispatcher, "falling_object", 6, LON, LAT, 40);
        CampaignTown.past(jdbc, dispatcher, "falling_object", 2, LON, LAT, 5);
        String incident = town.created(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "反复高空抛物",
                                "location",
                                Map.of("lon", LON, "lat", LAT)))
                .path("id")
                .asString();
        String deliberation = town.created(
                        "/api/v1/incidents/" + incident + "/deliberations",
                        Map.of("template", "round_table", "subject", "加装监控"))
                .path("id")
                .asString();
        town.created(
                "/api/v1/deliberations/" + deliberation + "/meetings",
                Map.of(
                        "minutes",
                        "同意安装六处",
                        "place",
                        "睦邻驿站",
                        "attendance",
                        List.of(
                                Map.of("seat", "property", "person", "物业 01"),
                                Map.of("seat", "residents", "person", "居民代表 01"),
                                Map.of("seat", "owners_committee", "person", "业委会 01"))));
        String meeting = jdbc.sql("SELECT id::text FROM published.meetings WHERE deliberation_id = ?::uuid")
                .param(deliberation)
                .query(String.class)
                .single();

        Instant now = Instant.now();
        JsonNode project = town.open(
                "camera_points",
                "美的城监控",
                CampaignTown.row("点位", 6, LON, LAT, 0.0002),
                Map.of(
                        "dueIn", Map.of("amount", 5, "unit", "DAYS"),
                        "links",
                                List.of(
                                        Map.of("kind", "MEETING", "ref", meeting),
                                        Map.of("kind", "INCIDENT", "ref", incident)),
                        "kpi",
                                Map.of(
                                        "categories", List.of("falling_object"),
                                        "beforeFrom",
                                                now.minus(Duration.ofDays(60)).toString(),
                                        "beforeUntil",
                                                now.minus(Duration.ofDays(30)).toString(),
                                        "afterFrom",
                                                now.minus(Duration.ofDays(30)).toString())));
        String id = project.path("id").asString();
        Instant due = Instant.parse(project.path("due").asString());
        assertThat(Duration.between(now, due))
                .isBetween(
                        Duration.ofDays(5).minusMinutes(1), Duration.ofDays(5).plusMinutes(5));
        assertThat(project.path("overdue").asBoolean()).isFalse();

        JsonNode linked = town.get("/api/v1/campaigns?linked=" + meeting).path("items");
        assertThat(linked).hasSize(1);
        assertThat(linked.get(0).path("id").asString()).isEqualTo(id);
        assertThat(linked.get(0).path("items").asInt())
                .as("the record of the meeting leads to six cameras")
                .isEqualTo(6);

        town.move(id, Map.of("from", "PLANNED", "to", "INSTALLED"));
        JsonNode done = town.campaign(id);
        assertThat(done.path("closed").asInt()).isEqualTo(6);
        List<JsonNode> cameras = town.items(id, "&state=INSTALLED");
        assertThat(cameras).hasSize(6);
        assertThat(town.get("/api/v1/places/" + cameras.get(5).path("placeCode").asString())
                        .toString())
                .contains("camera");
        JsonNode kpi = town.get("/api/v1/campaigns/" + id + "/kpi");
        assertThat(kpi.path("before").asInt()).isEqualTo(6);
        assertThat(kpi.path("after").asInt()).isEqualTo(2);
        assertThat(kpi.path("afterRate").asDouble())
                .isLessThan(kpi.path("beforeRate").asDouble());
    }
}
