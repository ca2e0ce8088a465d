package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The bar above every page: it never overflows, whatever is in it, and every page can be reached without a mouse. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class BarScreensIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/planning.html",
            "/evaluation.html",
            "/patrol.html",
            "/handover.html",
            "/alarms.html",
            "/quarantine.html",
            "/notices.html",
            "/walls.html",
            "/contacts.html",
            "/clocks.html");

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

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
    void fillTown() {
        home = ShownTown.of(context).home;
    }

    /** 320 px is a desk of 1280 px at 400 %. */
    @ParameterizedTest
    @CsvSource({
        "zh-CN,1366",
        "en-GB,1366",
        "zh-CN,1024",
        "en-GB,1024",
        "zh-CN,390",
        "en-GB,390",
        "en-GB,320",
        "zh-CN,320",
        "en-GB,3840"
    })
    void noPageIsWiderThanItsWindowAndEachNamesAllOthers(String locale, int width) {
        try (Screen screen = chromium.open(home, locale, width, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "admin");
            for (String path : PAGES) {
                screen.page().navigate(path);
                assertThat(screen.find("#bar nav [aria-current=page]")).isVisible();
                assertThat(screen.find("#bar nav a[href]")).not().hasCount(0);
                for (String other : PAGES) {
                    assertThat(screen.find("#bar nav a[href='" + other + "']")).hasCount(1);
                }
                assertThat(((Number)
                                        screen.page()
                                                .evaluate(
                                                        "Math.max(document.documentElement.scrollWidth, document.getElementById('bar').scrollWidth)"))
                                .intValue())
                        .as("width of " + path + " at " + width)
                        .isLessThanOrEqualTo(width);
            }
            screen.page().navigate("/");
            assertThat(screen.find(".stream.status-on-time")).isVisible();
            // Asked in one go: the mark is drawn anew each second.
            Object right = screen.page()
                    .evaluate("() => document.querySelector('.stream .status-mark').getBoundingClientRect().right");
            assertThat(((Number) right).doubleValue())
                    .as("the mark of the stream keeps clear of the edge at " + width)
                    .isLessThanOrEqualTo(width - 6.0);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"1366", "390"})
    void theMenuIsWalkedByKeys(int width) {
        try (Screen screen = chromium.open(home, "en-GB", width, 768, ColorScheme.DARK)) {
            screen.signInAt("/clocks.html", "dispatcher");
            Locator button = screen.find("#bar .menu-button");
            button.focus();
            screen.press("Enter");
            assertThat(button).hasAttribute("aria-expanded", "true");
            screen.picture("menu-" + width);
            screen.press("ArrowDown");
            assertThat(screen.find("#more a").first()).isFocused();
            screen.press("Escape");
            assertThat(button).isFocused();
            assertThat(screen.find("#more")).isHidden();
            screen.press("ArrowUp", "Home", "Escape", "Enter");
            screen.find("#more a[href='/notices.html']").focus();
            screen.press("Enter");
            screen.page().waitForURL("**/notices.html");
            assertThat(screen.find("#bar nav [aria-current=page]")).hasText("Notices");
            screen.assertClean();
        }
    }

    @Test
    void aPatrolAndAPlannerSeeOnlyWhatTheyMayOpen() {
        try (Screen patrol = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT);
                Screen planner = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            patrol.signInAt("/patrol.html", "patrol");
            assertThat(patrol.find("#bar nav a[href='/patrol.html']")).isVisible();
            assertThat(patrol.find("#bar nav a[href='/quarantine.html']")).hasCount(0);
            planner.signInAt("/planning.html", "planner");
            assertThat(planner.find("#bar nav a[href='/planning.html']")).isVisible();
            assertThat(planner.find("#bar nav a[href='/patrol.html']")).hasCount(0);
        }
    }
}
