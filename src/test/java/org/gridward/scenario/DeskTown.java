package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A town with teams and units on their beats, two dispatchers, and a browser that counts keys and watches for a mouse. */
@GridwardIT
@TestPropertySource(properties = "own-database=desk")
abstract class DeskTown {

    static final double LON = 122.115;
    static final double LAT = 30.015;

    private static final String COUNTING = """
            window.presses = 0; window.mouse = 0;
            addEventListener("keydown", (event) => event.isTrusted && (window.presses += 1), true);
            for (const kind of ["pointerdown", "mousedown", "mousemove", "wheel", "touchstart"])
              addEventListener(kind, (event) => event.isTrusted && (window.mouse += 1), true);
            """;

    private static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    TestApi dispatcher;
    TestApi other;
    private String home;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void town() throws Exception {
        dispatcher = TestApi.of(context).as("dispatcher");
        TestApi.addUser(jdbc, "dispatcher-2", "dispatcher", "*");
        other = TestApi.of(context).as("dispatcher-2");
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        GridMap map = context.getBean(GridMap.class);
        if (map.find("micro-grid").isEmpty()) {
            TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), map);
            jdbc.sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                    .update();
            context.getBean(Teams.class).load(TestTeams.all());
        }
        stand("U-" + TestTown.micro(1, 1), LON + 0.001, LAT);
        stand("U-" + TestTown.micro(2, 1), LON + 0.012, LAT);
    }

    /** A unit on its beat, seen a minute ago. */
    private void stand(String unit, double lon, double lat) {
        String grid = unit.substring(2);
        Answer put = dispatcher.sendText(
                "PUT",
                "/api/v1/units/" + unit,
                "application/json",
                "{\"nameZh\":\"巡查 " + grid.substring(12) + "\",\"nameEn\":\"Patrol " + grid.substring(12)
                        + "\",\"gridCode\":\"" + grid + "\"}");
        assertThat(put.status()).as(put.body()).isBetween(200, 204);
        Instant seen = Instant.now().minusSeconds(60);
        Answer fix = dispatcher.post(
                "/api/v1/tracks",
                Map.of("unit", unit, "points", List.of(Map.of("t", seen.toString(), "lon", lon, "lat", lat))));
        assertThat(fix.status()).as(fix.body()).isBetween(200, 202);
    }

    JsonNode report(String category, String description) {
        Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        description,
                        "channel",
                        "PHONE",
                        "location",
                        Map.of("lon", LON, "lat", LAT)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    String state(String id) {
        return TestLife.read(dispatcher, id).path("state").asString();
    }

    /** The console, live, with a count of keys and of what a mouse would do. */
    Screen console(String locale, String user) {
        Screen screen = chromium.open(home, locale, 1366, 768, ColorScheme.LIGHT);
        screen.page().addInitScript(COUNTING);
        screen.signInAt("/", user);
        shows(screen, ".stream.status-on-time");
        return screen;
    }

    static void shows(Screen screen, String selector) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        screen.find(selector).first())
                .isVisible();
    }

    static void says(Locator locator, String text) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(locator)
                .containsText(text);
    }

    static Locator row(Screen screen, JsonNode incident) {
        return screen.find(".row[data-id='" + incident.path("id").asString() + "']");
    }

    /** Types a line into the command bar and has it done. */
    static void command(Screen screen, String line) {
        screen.press("/");
        screen.page().keyboard().type(line);
        screen.press("Enter");
    }

    static int number(Screen screen, String expression) {
        return ((Number) screen.page().evaluate(expression)).intValue();
    }

    static String tail(JsonNode incident) {
        String number = incident.path("number").asString();
        return number.substring(number.length() - 5);
    }
}
