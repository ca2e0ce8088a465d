package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.border.RegisterDesk;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The planner's register, crosswalk and border-risk panels, opened and used in a real browser with a clean console. */
@GridwardIT
@TestPropertySource(properties = "own-database=border-screens")
class BorderScreensIT {

    private static Chromium chromium;
    private static boolean filled;

    @Autowired
    ApplicationContext context;

    @Autowired
    Editions editions;

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
    void fill() throws Exception {
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        if (filled) {
            return;
        }
        Layers layers = context.getBean(Layers.class);
        TestTown.adopt(layers, editions, context.getBean(GridMap.class));
        context.getBean(JdbcClient.class)
                .sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        layers.ensure(new Layer("property-area", LayerKind.FREE, Optional.empty(), "物业片区", "Property area"));
        for (int width : new int[] {1, 2}) {
            editions.adopt(
                    new AdoptEdition(
                            "property-area",
                            Instant.now().minusSeconds(100L - width),
                            List.of(
                                    TestTown.grid("WY1", null, 0, 0, 2, 2),
                                    TestTown.grid("WY2", null, 2 - width, 1, 3, 2)),
                            Optional.empty(),
                            "test"),
                    "planner");
        }
        dispatcher.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "x", "location", Map.of("lon", 122.1201, "lat", 30.013)));
        context.getBean(RegisterDesk.class).catchUp();
        filled = true;
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1366,768", "en-GB,DARK,1920,1080"})
    void planningShowsWhatBordersLeaveWhoMendsItAndWhatChangesHands(
            String locale, ColorScheme scheme, int width, int height) {
        try (Screen screen = chromium.open(home, locale, width, height, scheme)) {
            screen.signInAt("/planning.html?layer=property-area", "planner");
            assertThat(screen.find("#compare button")).isVisible();
            screen.find("#compare button").click();
            assertThat(screen.find("#compare .crosswalk .hands").nth(2)).isVisible();
            screen.picture("planning-crosswalk-" + locale);

            screen.press("Escape", "r");
            Locator row = screen.find("#register .face");
            assertThat(row).hasCount(1);
            assertThat(row).containsText("overlap-property-area-000001");
            row.focus();
            screen.press("Enter");
            screen.find(".face-form input[name=team]").fill("规划组 " + locale);
            screen.find(".face-form select").selectOption("ACCEPTED");
            screen.find(".face-form textarea").fill("a joint area, as declared");
            screen.find(".face-form button[type=submit]").click();
            assertThat(screen.find(".toast")).isVisible();
            assertThat(row).containsText("规划组 " + locale);
            assertThat(screen.find(".face-detail .status-done")).isVisible();
            screen.picture("planning-register-" + locale);
            screen.find(".face-detail summary").click();
            assertThat(screen.find(".face-history li").first()).containsText("planner");

            screen.find("#tab-register").focus();
            screen.press("ArrowRight");
            assertThat(screen.find("#risk .face").first()).isVisible();
            screen.find("#risk .face").first().click();
            screen.picture("planning-risk-" + locale);
            screen.assertClean();
        }
    }
}
