package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** D05: what a screen reader is told, what axe finds, where the keyboard is, and what is left without colour or motion. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class D05_ScreenReadersIT {

    private static final String AXE = axe();

    /** What axe calls serious or critical, by WCAG 2.2 A and AA. */
    private static final String SERIOUS = """
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((found) =>
              found.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')
                .map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))""";

    private static final String FOCUS = """
            (() => {
              const node = document.activeElement;
              if (!node || node === document.body) return 'body';
              const style = getComputedStyle(node);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5;
              const box = node.getBoundingClientRect();
              const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
              return ring && inside ? 'seen' : node.outerHTML.slice(0, 160) + (ring ? ' is outside' : ' has no ring');
            })()""";

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    private ShownTown town;

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
        town = ShownTown.of(context);
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1366", "DARK,1366", "LIGHT,320"})
    void axeFindsNothingSeriousOnAnyPage(ColorScheme scheme, int width) {
        List<String> faults = new ArrayList<>();
        try (Screen screen = chromium.open(town.home, "en-GB", width, 768, scheme)) {
            for (String path : Shown.OPEN_PAGES) {
                screen.page().navigate(path);
                assertThat(screen.find("button[type=submit], .category").first())
                        .isVisible();
                check(screen, path, faults);
            }
            screen.signInAt("/clocks.html", "dispatcher");
            for (Shown shown : Shown.values()) {
                shown.open(screen, null);
                check(screen, shown + " " + scheme + " " + width, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void check(Screen screen, String what, List<String> faults) {
        screen.page().evaluate(AXE);
        ((List<?>) screen.page().evaluate(SERIOUS)).forEach(found -> faults.add(what + ": " + found));
    }

    @Test
    void axeWouldFindAPictureWithoutWordsAndTargetsThatAreTooSmall() {
        try (Screen screen = chromium.open(town.home, "en-GB", 800, 600, ColorScheme.LIGHT)) {
            screen.page().navigate("/login.html");
            assertThat(screen.find("button[type=submit]")).isVisible();
            screen.page()
                    .evaluate("document.querySelector('main, body').append(Object.assign(document.createElement('img'),"
                            + " { src: '/favicon.svg' }))");
            screen.page().evaluate("""
                    () => {
                      for (const word of ['a', 'b']) {
                        const small = Object.assign(document.createElement('button'), { type: 'button', textContent: word });
                        Object.assign(small.style, { position: 'fixed', top: '0', left: word === 'a' ? '0' : '11px',
                          width: '10px', height: '10px', minHeight: '0', padding: '0', overflow: 'hidden' });
                        document.body.append(small);
                      }
                    }""");
            screen.page().evaluate(AXE);
            assertThat((List<?>) screen.page().evaluate(SERIOUS))
                    .extracting(String::valueOf)
                    .anyMatch(found -> found.startsWith("image-alt"))
                    .as("targets below 24 px, too close to one another")
                    .anyMatch(found -> found.startsWith("target-size"));
        }
    }

    @Test
    void theQueueTheCaseTheMapAndTheDialogHaveNames() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row").first()).isVisible();
            Page page = screen.page();
            assertThat(page.getByRole(AriaRole.NAVIGATION, named("Pages"))).isVisible();
            assertThat(page.getByRole(AriaRole.TAB, named("Incidents"))).hasAttribute("aria-selected", "true");
            assertThat(screen.find("#map")).hasAttribute("aria-label", Pattern.compile(".+"));
            assertThat(screen.find("#announce")).hasAttribute("aria-live", "polite");
            assertThat(screen.find("#announce-urgent")).hasAttribute("role", "alert");
            for (Locator row : screen.find(".row").all()) {
                assertThat(row.innerText()).as("a row says its state in words").matches("(?s).*\\p{L}{3,}.*");
            }
            screen.press("j", "Enter");
            assertThat(screen.find("#detail")).hasAttribute("aria-label", Pattern.compile(".+"));
            assertThat(screen.find("#detail h2").first()).isVisible();
            screen.press("Escape", "?");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasAttribute("aria-label", Pattern.compile(".+"));
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void theFocusIsSeenAtEveryStepOfTab() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.DARK)) {
            screen.signInAt("/clocks.html", "dispatcher");
            List<String> faults = new ArrayList<>();
            for (Shown shown : Shown.values()) {
                shown.open(screen, null);
                int steps = 0;
                for (int i = 0; i < 40; i++) {
                    screen.press("Tab");
                    String found = (String) screen.page().evaluate(FOCUS);
                    if (found.equals("body")) {
                        break;
                    }
                    if (!found.equals("seen")) {
                        faults.add(shown + ", step " + i + ": " + found);
                    }
                    steps++;
                }
                if (shown != Shown.WALL && shown != Shown.HELP) {
                    assertThat(steps).as(shown.toString()).isGreaterThan(1);
                }
            }
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void withoutColourAndMotionEverythingIsStillSaid() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setForcedColors(ForcedColors.ACTIVE)
                            .setReducedMotion(ReducedMotion.REDUCE));
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row .status-mark").first()).isVisible();
            assertThat(screen.find(".row .status-mark").first().innerText()).isIn("●", "▲", "■", "◆");
            screen.press("j", "Enter");
            assertThat(screen.find("#detail .status").first())
                    .containsText(Pattern.compile("[A-Za-z]{4,}|[A-Za-z]+ [a-z]+"));
            assertThat(screen.page()
                            .evaluate("getComputedStyle(document.documentElement).getPropertyValue('--motion').trim()"))
                    .isEqualTo("0ms");
            screen.press("Tab");
            assertThat(screen.page().evaluate(FOCUS)).isEqualTo("seen");
            screen.picture("forced-colours");
        }
    }

    @Test
    void aNewUrgentCaseIsAnnounced() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".stream.status-on-time").first()).isVisible();
            town.report("noise", "a quiet word for the reader", 122.105, 30.005);
            assertThat(screen.find("#announce")).containsText(Pattern.compile("[0-9]{4}-[0-9]+"));
        }
    }
}
