package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** At 400 % a screen of 1280 by 1024 holds 320 by 256: everything is still reached, by keyboard alone. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class ZoomedInIT {

    /** How many pixels of the height of a node are in the window. */
    private static final String SEEN = """
            (selector) => {
              const box = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility()).getBoundingClientRect();
              return Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
            }""";

    @Autowired
    private ApplicationContext context;

    private ShownTown town;

    @BeforeEach
    void fillTown() {
        town = ShownTown.of(context);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void theQueueTheCaseTheMapAndTheAlarmsAreReachedWithoutAMouse(String locale, ColorScheme scheme) {
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(town.home, locale, 320, 256, scheme)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row").first()).isVisible();
            screen.press("i");
            Assertions.assertThat(seen(screen, "#list-incidents .rows")).isGreaterThan(120);
            screen.press("j");
            assertThat(screen.find("#detail h2").first()).isVisible();
            Assertions.assertThat(seen(screen, "#detail h2")).isGreaterThan(12);
            Assertions.assertThat(seen(screen, "#detail")).isEqualTo(256);
            screen.press("Escape", "m");
            Assertions.assertThat(seen(screen, "#map")).isGreaterThan(120);
            screen.press("S");
            Assertions.assertThat(seen(screen, "#panel")).isEqualTo(256);
            screen.press("Escape");
            screen.press("z");
            assertThat(screen.find(".draw-bar")).isVisible();
            Assertions.assertThat(seen(screen, "#map")).isGreaterThan(120);
            screen.press("ArrowRight");
            assertThat(screen.find(".crosshair")).isVisible();
            screen.press("Enter", "ArrowDown", "Enter", "ArrowLeft", "ArrowLeft", "Enter", "f");
            assertThat(screen.find(".area-panel")).isVisible();
            Assertions.assertThat(seen(screen, "#panel")).isEqualTo(256);
            Assertions.assertThat(((Number) screen.page().evaluate("document.documentElement.scrollWidth")).intValue())
                    .isEqualTo(320);
            screen.assertClean();
        }
    }

    private static double seen(Screen screen, String selector) {
        return ((Number) screen.page().evaluate(SEEN, selector)).doubleValue();
    }
}
