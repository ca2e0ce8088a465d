package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who should go, with reasons and in either language, and where nobody is: in a real browser. */
@GridwardIT
@TestPropertySource(properties = "own-database=DutyScreens")
class DutyScreensIT {

    private static final String UNIT = "U-" + TestTown.micro(1, 2);
    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    private TestApi dispatcher;
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
    void fillTown() throws IOException {
        dispatcher = TestApi.of(context).as("dispatcher");
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        if (context.getBean(GridMap.class).find("micro-grid").isPresent()) {
            return;
        }
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        context.getBean(JdbcClient.class)
                .sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        for (String code : List.of(UNIT, "U-" + TestTown.micro(2, 2))) {
            dispatcher.send(
                    "PUT",
                    "/api/v1/units/" + code,
                    "{\"kind\":\"foot\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json");
        }
        dispatcher.post(
                "/api/v1/tracks",
                Map.of(
                        "unit",
                        UNIT,
                        "points",
                        List.of(Map.of(
                                "t", Instant.now().minusSeconds(90).toString(), "lon", 122.112, "lat", 30.025))));
        TestApi.of(context).as("planner").post("/api/v1/cover-rules", Map.of("layer", "grid", "role", "NIGHT_DUTY"));
    }

    @Test
    void aDispatcherSeesWhoShouldGoAndSendsThem() {
        dispatcher.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "派谁去", "location", Map.of("lon", 122.115, "lat", 30.025)));
        try (Screen screen = chromium.open(home, "zh-CN", 1366, 900, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.find(".row")
                    .filter(new Locator.FilterOptions().setHasText("派谁去"))
                    .first()
                    .click();
            screen.find("#detail .suggest-part summary").first().click();
            assertThat(screen.find(".pick")).hasCount(1);
            assertThat(screen.find(".pick")).containsText(UNIT);
            assertThat(screen.find(".pick .chips")).containsText("在班");
            assertThat(screen.find(".suggest-rule")).containsText("按规则主责");
            screen.find(".suggest > details summary").click();
            assertThat(screen.find(".passed")).containsText("从未上报位置");
            screen.picture("who-should-go");
            screen.find(".pick-send .button").first().click();
            assertThat(screen.find("#detail .timeline")).containsText("转办");
            assertThat(screen.find(".undo")).isVisible();
            screen.press("u");
            assertThat(screen.find(".undo")).isHidden();
            assertThat(screen.find(".toast").last()).containsText("撤销");
            screen.assertClean();
        }
    }

    @Test
    void theVoidsAreAListInEnglishToo() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.DARK)) {
            screen.signInAt("/", "dispatcher");
            screen.find("#tab-voids").click();
            assertThat(screen.find("#list-voids tbody tr")).hasCount(4);
            assertThat(screen.find("#list-voids")).containsText("Night duty");
            assertThat(screen.find("#list-voids")).containsText("vacant");
            assertThat(screen.find("#list-voids")).containsText("Nobody now");
            screen.picture("voids");
            Locator scale = screen.find(".leaflet-control-scale-line");
            String whole = scale.innerText();
            screen.find("#list-voids tbody button").last().click();
            assertThat(scale).not().hasText(whole);
            screen.page().navigate("/?at=2020-01-01T00:00:00Z");
            assertThat(screen.find("body")).hasClass(Pattern.compile("in-the-past"));
            screen.find("#tab-voids").click();
            assertThat(screen.find("#list-voids")).containsText("No void");
            screen.assertClean();
        }
    }
}
