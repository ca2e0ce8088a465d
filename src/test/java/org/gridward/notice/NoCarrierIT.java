package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** An installation that was told of no mail server and no host sends nothing anywhere, and says so. */
@GridwardIT
@TestPropertySource(properties = "own-database=NoCarrierIT")
class NoCarrierIT {

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

    @Test
    void keepsMessagesAndListsThemAsWithoutACarrier() {
        TestTown.adopt(layers, editions, map);
        TestApi admin = TestApi.of(context).as("admin");
        assertThat(admin.post(
                                "/api/v1/subscriptions",
                                Map.of(
                                        "name",
                                        "desk",
                                        "channel",
                                        "MAIL",
                                        "address",
                                        "desk@example.org",
                                        "events",
                                        List.of("IncidentReported")))
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/subscriptions",
                                Map.of(
                                        "name",
                                        "hook",
                                        "channel",
                                        "WEBHOOK",
                                        "address",
                                        "https://example.org/",
                                        "events",
                                        List.of("IncidentReported")))
                        .problem())
                .isEqualTo("webhook-address");
        admin.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "x", "location", Map.of("lon", 122.115, "lat", 30.015)));
        sender.settle();

        JsonNode items = admin.get("/api/v1/messages?state=NO_CARRIER").json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).path("tries").asInt()).isZero();
        JsonNode target =
                admin.get("/api/v1/message-targets").json().path("items").get(0);
        assertThat(target.path("ready").asBoolean()).isFalse();
        assertThat(target.path("waiting").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/messages?state=LOST").status()).isEqualTo(400);
    }
}
