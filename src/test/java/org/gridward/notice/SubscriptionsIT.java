package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(
        properties = {"own-database=SubscriptionsIT", "gridward.webhook.hosts=127.0.0.1", "gridward.webhook.inside=true"
        })
class SubscriptionsIT {

    private static final HookServer HOOKS = new HookServer();

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    MessageSender sender;

    @Autowired
    JdbcClient jdbc;

    private TestApi admin;
    private MessageTown town;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        admin = TestApi.of(context).as("admin");
        town = new MessageTown(admin, jdbc);
    }

    @AfterAll
    static void stop() {
        HOOKS.close();
    }

    @Test
    void onlyWhatASubscriptionWantsIsTold() {
        town.subscribe(Map.of(
                "name",
                "elsewhere",
                "channel",
                "WEBHOOK",
                "address",
                HOOKS.address("/north"),
                "events",
                List.of("IncidentReported", "IncidentChanged"),
                "grid",
                TestTown.micro(3, 3)));
        town.subscribe(Map.of(
                "name",
                "here",
                "channel",
                "WEBHOOK",
                "address",
                HOOKS.address("/here"),
                "events",
                List.of("IncidentReported", "IncidentChanged"),
                "grid",
                TestTown.micro(1, 1),
                "categories",
                List.of("noise"),
                "withText",
                true));
        JsonNode incident = town.report("noise");
        town.report("water_leak");
        sender.settle();

        assertThat(HOOKS.at("/north")).isEmpty();
        assertThat(HOOKS.at("/here")).hasSize(1);
        assertThat(HOOKS.at("/here").get(0).body()).contains("bursts at the door");
        assertThat(incident.path("id").asString()).isNotEmpty();
    }

    @Test
    void whoSubscribedToAGridHearsOfAnAreaThatWasDrawnOverIt() {
        for (int[] at : new int[][] {{1, 1}, {3, 3}}) {
            town.subscribe(Map.of(
                    "name",
                    "of " + at[0],
                    "channel",
                    "WEBHOOK",
                    "address",
                    HOOKS.address("/drawn-" + at[0]),
                    "events",
                    List.of("BroadcastSent"),
                    "grid",
                    TestTown.micro(at[0], at[1])));
        }
        double west = TestTown.lon(1) + 0.002;
        double south = TestTown.lat(1) + 0.002;
        List<List<Double>> ring = List.of(
                List.of(west, south),
                List.of(west + 0.004, south),
                List.of(west + 0.004, south + 0.004),
                List.of(west, south + 0.004),
                List.of(west, south));
        TestApi dispatcher = admin;
        TestApi.Answer far = dispatcher.post("/api/v1/broadcasts", drawn(ring, Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(far.problem()).isEqualTo("broadcast-not-acceptable");
        assertThat(far.json().at("/errors/0/pointer").asString()).isEqualTo("/validUntil");
        TestApi.Answer draft =
                dispatcher.post("/api/v1/broadcasts", drawn(ring, Instant.now().plus(1, ChronoUnit.DAYS)));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(dispatcher
                        .post(
                                "/api/v1/broadcasts/" + draft.json().path("id").asString() + "/send",
                                "",
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);
        sender.settle();
        assertThat(HOOKS.at("/drawn-1")).hasSize(1);
        assertThat(HOOKS.at("/drawn-3")).isEmpty();
    }

    private static Map<String, Object> drawn(List<List<Double>> ring, Instant until) {
        return Map.of(
                "titleZh",
                "停水",
                "textZh",
                "今晚停水",
                "validFrom",
                Instant.now().toString(),
                "validUntil",
                until.toString(),
                "areas",
                List.of(Map.of("type", "Polygon", "coordinates", List.of(ring))));
    }

    @Test
    void aSubscriptionIsCheckedAndItsSecretShownOnce() {
        assertThat(town.refusal(Map.of(
                        "name",
                        "x",
                        "channel",
                        "WEBHOOK",
                        "address",
                        "http://10.0.0.1/",
                        "events",
                        List.of("IncidentReported"))))
                .isEqualTo("webhook-address");
        assertThat(town.refusal(Map.of(
                        "name",
                        "x",
                        "channel",
                        "MAIL",
                        "address",
                        "a@b.org\nBcc: c@d.org",
                        "events",
                        List.of("Nothing"))))
                .isEqualTo("subscription-not-acceptable");
        assertThat(town.subscribe("WEBHOOK", HOOKS.address("/once"), "IncidentReported")
                        .path("secret")
                        .asString())
                .startsWith("whsec_");
        assertThat(town.subscribe("WEBHOOK", HOOKS.address("/once"), "IncidentChanged")
                        .path("secret")
                        .isNull())
                .isTrue();
        assertThat(admin.get("/api/v1/subscriptions").body()).doesNotContain("whsec_");
        JsonNode first = admin.get("/api/v1/subscriptions").json().path("items").get(0);
        String path = "/api/v1/subscriptions/" + first.path("id").asString();
        assertThat(admin.send("DELETE", path, null, "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(admin.get(path).json().path("active").asBoolean()).isFalse();
    }
}
