package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The page of counters, opened and used in a real browser with a clean console. */
@GridwardIT
@TestPropertySource(properties = "own-database=evaluation-screen")
class EvaluationScreenIT {

    private static Chromium chromium;

    @Autowired
    ApplicationContext context;

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
    void fill() {
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "x",
                                "location",
                                Map.of("lon", 122.105, "lat", 30.005)));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1366,768", "en-GB,DARK,1920,1080"})
    void showsTheCountersSortsThemAndOpensTheCasesBehindAFigure(
            String locale, ColorScheme scheme, int width, int height) {
        try (Screen screen = chromium.open(home, locale, width, height, scheme)) {
            screen.signInAt("/evaluation.html?layer=micro-grid", "planner");
            assertThat(screen.find(".counts tbody tr")).hasCount(16);
            assertThat(screen.find(".card").first()).isVisible();
            assertThat(screen.find(".counts tbody tr")
                            .first()
                            .locator(".figure")
                            .first())
                    .isVisible();
            screen.picture("evaluation-" + locale);
            screen.find(".counts tbody tr").first().locator(".figure").first().click();
            assertThat(screen.find("#behind .cases li").first()).isVisible();
            screen.find("#group").selectOption("patrol");
            assertThat(screen.find(".counts thead th")).hasCount(7);
            screen.find(".counts thead .sort").first().click();
            assertThat(screen.find(".counts th[aria-sort=ascending]")).hasCount(1);
            screen.find("#by").selectOption("team");
            assertThat(screen.find("#layer-field")).isHidden();
            assertThat(screen.find("#notes .status-on-time")).isVisible();
            assertThat(screen.find("#csv")).hasAttribute("href", java.util.regex.Pattern.compile(".*format=csv.*"));
            screen.assertClean();
        }
    }
}
