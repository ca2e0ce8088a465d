package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The test town with something on every screen: people, a unit with a position, a board, voids, and cases in several states. */
final class ShownTown {

    static final String BOARD = "board-token-0001";
    static final String UNIT = "U-" + TestTown.micro(1, 2);
    static final int CASES = 6;

    private final ApplicationContext context;
    final TestApi dispatcher;
    final TestApi admin;
    final String home;

    private ShownTown(ApplicationContext context) {
        this.context = context;
        TestApi api = TestApi.of(context);
        this.dispatcher = api.as("dispatcher");
        this.admin = api.as("admin");
        this.home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The town of this application, filled if it is empty. */
    static synchronized ShownTown of(ApplicationContext context) {
        ShownTown town = new ShownTown(context);
        if (context.getBean(GridMap.class).find("micro-grid").isEmpty()) {
            town.fill();
        }
        return town;
    }

    private void fill() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql(text("scenario/small_base_map.sql")).update();
        jdbc.sql("UPDATE access.users SET unit = '" + UNIT + "' WHERE name = 'patrol'")
                .update();
        dispatcher.sendText("PUT", "/api/v1/units/" + UNIT, "application/json", "{\"kind\":\"foot\"}");
        dispatcher.post(
                "/api/v1/tracks",
                Map.of(
                        "unit",
                        UNIT,
                        "points",
                        List.of(Map.of(
                                "t", Instant.now().minusSeconds(90).toString(), "lon", 122.112, "lat", 30.025))));
        context.getBean(Places.class)
                .load(List.of(new NewPlace(
                                "board-1", "notice-board", "一号公示牌", "Board 1", 122.105, 30.025, Map.of("token", BOARD)))
                        .iterator());
        TestApi.of(context).as("planner").post("/api/v1/cover-rules", Map.of("layer", "grid", "role", "NIGHT_DUTY"));
        report("pipe_burst", "water on the street", 122.105, 30.025);
        report("noise", "shouting", 122.115, 30.025);
        report("noise", "夜里很吵", 122.125, 30.015);
        report("street_lamp", "dark corner", 122.135, 30.015);
        report("water_leak", "dripping", 122.105, 30.035);
        String accepted = report("fly_wire_charging", "a cable from a window", 122.125, 30.035);
        act(accepted, "ACCEPT");
    }

    /** Reports a case; answers its id. */
    String report(String category, String description, double lon, double lat) {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        description,
                        "channel",
                        "HOTLINE",
                        "location",
                        Map.of("lon", lon, "lat", lat)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    void act(String id, String action) {
        String version = dispatcher.get("/api/v1/incidents/" + id).header("ETag");
        TestApi.Answer answer =
                dispatcher.post("/api/v1/incidents/" + id + "/actions", Map.of("action", action), "If-Match", version);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(path, missing);
        }
    }
}
