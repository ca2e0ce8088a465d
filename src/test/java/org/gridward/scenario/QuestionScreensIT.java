package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
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

/** The one question of a doubt, asked and answered in a real browser: by the resident, and by the dispatcher for a caller. */
@GridwardIT
@TestPropertySource(properties = "own-database=QuestionScreens")
class QuestionScreensIT {

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
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        Places places = context.getBean(Places.class);
        if (places.findByToken("b05").isEmpty()) {
            context.getBean(JdbcClient.class)
                    .sql(new ClassPathResource("scenario/small_base_map.sql")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .update();
            places.load(List.of(new NewPlace(
                            "board-5", "notice-board", "公示牌", "Board", 122.105, 30.025, Map.of("token", "b05")))
                    .iterator());
        }
    }

    @Test
    void aResidentNearABorderTapsTheSideThatIsMeant() {
        try (Screen screen = chromium.open(home, "zh-CN", 390, 844, ColorScheme.LIGHT)) {
            screen.page().context().setGeolocation(new Geolocation(30.025, 122.1099).setAccuracy(60));
            screen.page().navigate("/report.html?board=" + "b05");
            screen.find(".choice").first().click();
            screen.find("textarea").fill("路灯不亮");
            screen.find("form .field button").click();
            assertThat(screen.find("form")).containsText("60");
            screen.find("button[type=submit]").click();
            assertThat(screen.find(".question .button[data-grid]")).hasCount(2);
            screen.picture("report-question");
            screen.find(".question .button[data-grid='" + TestTown.micro(1, 2) + "']")
                    .click();
            assertThat(screen.find(".question [role=status]")).isVisible();
            screen.assertClean();
        }
    }

    @Test
    void aDispatcherAnswersForACallerAndTheIncidentIsPlacedAnew() {
        try (Screen screen = chromium.open(home, "zh-CN", 1366, 768, ColorScheme.LIGHT)) {
            dispatcher.post(
                    "/api/v1/incidents",
                    Map.of(
                            "category",
                            "noise",
                            "description",
                            "哪一侧",
                            "location",
                            Map.of("lon", 122.1099, "lat", 30.025, "accuracyMeters", 60)));
            screen.signInAt("/", "dispatcher");
            screen.find(".row")
                    .filter(new Locator.FilterOptions().setHasText("哪一侧"))
                    .first()
                    .click();
            screen.find("#detail .question .button[data-grid='" + TestTown.micro(1, 2) + "']")
                    .click();
            assertThat(screen.find("#detail .timeline")).containsText("已答复在哪一侧");
            assertThat(screen.find("#detail .question")).hasCount(0);
            screen.assertClean();
        }
    }
}
