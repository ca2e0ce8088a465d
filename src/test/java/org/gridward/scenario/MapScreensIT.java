package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The console's map in a real browser: marks by keyboard, layers and their lists, borders that change while one looks. */
@GridwardIT
@TestPropertySource(properties = "own-database=map-screens")
class MapScreensIT {

    private static Chromium chromium;
    private static boolean filled;

    @Autowired
    ApplicationContext context;

    private String home;
    private TestApi dispatcher;

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
        dispatcher = TestApi.of(context).as("dispatcher");
        if (filled) {
            return;
        }
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(JdbcClient.class)
                .sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        List<NewPlace> shops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shops.add(new NewPlace("shop-" + i, "shop", "小店" + i, "Shop " + i, 122.118 + i * 0.001, 30.019, Map.of()));
        }
        context.getBean(Places.class).load(shops.iterator());
        for (int i = 0; i < 6; i++) {
            report("noise", 122.1201 + i * 0.00002);
        }
        report("pipe_burst", 122.1206);
        filled = true;
    }

    private void report(String category, double lon) {
        dispatcher.post(
                "/api/v1/incidents",
                Map.of("category", category, "description", "x", "location", Map.of("lon", lon, "lat", 30.021)));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1366,768", "en-GB,DARK,1920,1080"})
    void marksAreWalkedByKeyboardTheMostUrgentFirst(String locale, ColorScheme scheme, int width, int height) {
        try (Screen screen = chromium.open(home, locale, width, height, scheme)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            screen.picture("map-" + locale + "-" + width);
            screen.press(".");
            assertThat(screen.find("#announce"))
                    .containsText(Pattern.compile("(自来水管破裂|Burst water pipe).*(共 2 个|1 of 2)"));
            screen.press(".");
            assertThat(screen.find("#announce")).containsText(Pattern.compile("6 件聚合|Group of 6"));
            screen.press(".", "Enter");
            assertThat(screen.find("#detail .detail-head")).containsText(Pattern.compile("自来水管破裂|Burst water pipe"));
            screen.assertClean();
        }
    }

    @Test
    void layersAreSwitchedByKeyboardListedAndRemembered() {
        try (Screen screen = chromium.open(home, "en-GB", 1920, 1080, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            screen.press("l");
            assertThat(screen.find("#layer-cases")).isFocused();
            screen.find("#layer-shop").focus();
            screen.press("Space");
            assertThat(screen.find("#layer-shop")).isChecked();
            screen.picture("map-shops");
            screen.button("List: Shops").click();
            assertThat(screen.find(".layer-rows li")).hasCount(4);
            screen.button("Shop 2").click();
            screen.press("Escape");
            assertThat(screen.find(".layer-rows")).isHidden();
            screen.button("Layers and legend").click();
            screen.page().reload();
            assertThat(screen.find(".row")).hasCount(7);
            assertThat(screen.find("#layer-shop")).isHidden();
            screen.press("l");
            assertThat(screen.find("#layer-shop")).isChecked();
            screen.assertClean();
        }
    }

    @Test
    void theQueueAndTheMapPointAtOneAnother() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            screen.page().navigate("/?map=30.021,122.1206,16");
            assertThat(screen.find(".row")).hasCount(7);
            screen.picture("map-pointing");
            Locator burst = screen.find(".row").filter(new Locator.FilterOptions().setHasText("Burst water pipe"));
            BoundingBox map = screen.find("#map").boundingBox();
            double x = map.x + map.width / 2;
            double y = map.y + map.height / 2 - 60;
            while (!burst.getAttribute("class").contains("pointed") && y < map.y + map.height / 2 + 60) {
                y += 4;
                screen.page().mouse().move(x, y);
                painted(screen);
            }
            assertThat(burst).hasClass(Pattern.compile("pointed"));
            assertThat(burst).hasClass(Pattern.compile("in-grid"));
            screen.page().mouse().move(x, y + 120);
            assertThat(burst).not().hasClass(Pattern.compile("pointed"));
            screen.find("#bar").hover();
            assertThat(screen.find(".row.in-grid")).hasCount(0);
            byte[] before = marks(screen, x, y);
            burst.hover();
            assertThat(burst).hasClass(Pattern.compile("pointed"));
            org.assertj.core.api.Assertions.assertThat(marks(screen, x, y)).isNotEqualTo(before);
            screen.find("#bar").hover();
            assertThat(burst).not().hasClass(Pattern.compile("pointed"));
            org.assertj.core.api.Assertions.assertThat(marks(screen, x, y)).isEqualTo(before);
            screen.assertClean();
        }
    }

    /** Waits until the page has been painted after what was done. */
    private static void painted(Screen screen) {
        screen.page().evaluate("() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))");
    }

    /** The map around a spot as it is painted. */
    private static byte[] marks(Screen screen, double x, double y) {
        painted(screen);
        return screen.page().screenshot(new Page.ScreenshotOptions().setClip(x - 40, y - 40, 80, 80));
    }

    @Test
    void aPageThatIsOpenedAgainGoesOnWhereItWasLeftButNotInAnotherCity() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            assertThat(screen.find(".leaflet-control-scale-line")).hasText("1 km");
            screen.press("m", "+");
            assertThat(screen.find(".leaflet-control-scale-line")).hasText("500 m");
            screen.page()
                    .waitForFunction("() => /,14$/.test(localStorage.getItem('gridward.view'))"
                            + " && /^grid /.test(localStorage.getItem('gridward.grids'))");
            screen.page().reload();
            assertThat(screen.find(".row")).hasCount(7);
            assertThat(screen.find(".leaflet-control-scale-line")).hasText("500 m");
            assertThat(screen.find(".legend-scale .load-3").first()).isVisible();
            screen.page().evaluate("() => localStorage.setItem('gridward.view', '39.900000,116.400000,14')");
            screen.page().reload();
            assertThat(screen.find(".row")).hasCount(7);
            assertThat(screen.find(".leaflet-control-scale-line")).hasText("1 km");
            screen.assertClean();
        }
    }

    @Test
    void streetsAreColouredByCasesPerKilometreAndListed() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            screen.press("l");
            assertThat(screen.find(".legend-streets")).isHidden();
            screen.button("List: Streets").click();
            assertThat(screen.find("#layer-streets")).isChecked();
            assertThat(screen.find(".legend-streets")).containsText("of the stretch in view");
            assertThat(screen.find(".layer-rows li").first())
                    .containsText(Pattern.compile("[0-9.]+ km and [0-9]+ open in view . [0-9.]+ per km"));
            assertThat(screen.find(".layer-panel")).containsText("of the stretch in view alone");
            assertThat(screen.button("List what is in view now")).isHidden();
            screen.picture("map-streets");
            String first = screen.find(".layer-rows").innerText();
            screen.find(".layer-rows button").first().click();
            screen.button("List what is in view now").waitFor();
            org.assertj.core.api.Assertions.assertThat(
                            screen.find(".layer-rows").innerText())
                    .as("the list stays while one goes from row to row")
                    .isEqualTo(first);
            screen.button("List what is in view now").click();
            assertThat(screen.button("List what is in view now")).isHidden();
            assertThat(screen.find(".layer-rows li").first()).isVisible();
            screen.assertClean();
        }
    }

    @Test
    void aLinkToACaseThatThereIsNotIsAnsweredInASentenceAndNothingElseBreaks() {
        try (Screen screen = chromium.open(home, "zh-CN", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            for (String id : List.of("00000000-0000-7000-8000-000000000000", "%3Cb%3Enonsense")) {
                screen.page().navigate("/?x=" + id.length() + "#incident=" + id);
                assertThat(screen.find("#load-error")).containsText("没有这个事件");
                assertThat(screen.find("#detail")).isHidden();
                org.assertj.core.api.Assertions.assertThat(screen.page().url()).doesNotContain("#incident");
                screen.press("j", "Enter");
                assertThat(screen.find("#detail .detail-head")).isVisible();
            }
        }
    }

    @Test
    void anAdoptedEditionShowsUnderThePointerAtOnce() {
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row")).hasCount(7);
            screen.picture("map-before-adoption");
            BoundingBox map = screen.find("#map").boundingBox();
            double x = map.x + map.width / 2 + 40;
            double y = map.y + map.height / 2 - 60;
            screen.page().mouse().move(x, y);
            assertThat(screen.find(".legend-under .code")).containsText(Pattern.compile("^330999001\\d+"));
            String before = screen.find(".legend-under .code").textContent();

            context.getBean(Editions.class)
                    .adopt(new AdoptEdition("grid", Instant.now(), merged(), Optional.empty(), "merged"), "planner");

            assertThat(screen.find(".toast:not(.undo)")).isVisible();
            org.assertj.core.api.Assertions.assertThat(before).isNotEqualTo("33099900100109");
            screen.page().waitForCondition(() -> {
                screen.page().mouse().move(x + 1, y);
                screen.page().mouse().move(x, y);
                return screen.find(".legend-under .code").textContent().endsWith("09");
            });
            screen.assertClean();
        }
    }

    /** Each community has one grid only. */
    private static List<NewGrid> merged() {
        return List.of(
                TestTown.grid("33099900100109", "330999001001", 0, 0, 2, 4),
                TestTown.grid("33099900100209", "330999001002", 2, 0, 2, 4));
    }
}
