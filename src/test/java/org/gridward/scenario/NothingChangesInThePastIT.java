package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.gridward.TestLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** While a past second is shown no way leads to a change: no button, key, command, open form or cross; what is of now leads back. */
@TestPropertySource(properties = "own-database=ReplayScreens")
class NothingChangesInThePastIT extends PastTown {

    private static final String REFUSED = "nothing can be changed";

    @BeforeEach
    void baseMap() throws java.io.IOException {
        baseMapOnce();
    }

    @Test
    void neitherKeysNorCommandsNorOpenFormsChangeACaseOfThePast() {
        String id = report("noise");
        int version = TestLife.read(dispatcher, id).path("version").asInt();
        Instant then = nextSecond();
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home(), "en", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?map=" + LAT + "," + LON + ",16#incident=" + id);
            assertThat(screen.find(".case-pin")).isVisible();
            screen.press("t");
            Locator typed = screen.find(".action-form textarea").first();
            typed.fill("Spoken to the caller");
            command(screen, "past " + then);
            assertThat(screen.find("body")).hasClass(java.util.regex.Pattern.compile("in-the-past"));
            typed.press("Enter");
            assertThat(screen.find(".action-bar .because")).containsText(REFUSED);
            assertThat(typed).hasValue("Spoken to the caller");

            assertThat(screen.find("#detail .people")).containsText(HOME);
            assertThat(screen.find("#detail .people button, #detail .claim-line button"))
                    .hasCount(0);
            Locator assign = screen.find("[data-action=ASSIGN]");
            assertThat(assign).hasAttribute("aria-disabled", "true");
            assign.dispatchEvent("click");
            assertThat(screen.find(".toasts")).containsText(REFUSED);
            assertThat(screen.find(".command-input")).not().isFocused();
            command(screen, "assign unit/U-" + HOME + " ");
            assertThat(screen.find(".command-drop .because")).containsText(REFUSED);
            screen.press("Escape", "M");
            assertThat(screen.find(".crosshair")).hasCount(0);
            screen.press("e", "n");
            assertThat(screen.find(".past-banner")).isHidden();
            assertThat(screen.find("#report-category")).isFocused();
            screen.assertClean();
        }
        unchanged(id, version);
        Assertions.assertThat(count("SELECT count(*) FROM console.claims")).isZero();
    }

    @Test
    void aMoveThatWasBegunWaitsForThePresent() {
        String id = report("noise");
        int version = TestLife.read(dispatcher, id).path("version").asInt();
        Instant then = nextSecond();
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home(), "en", 1366, 768, ColorScheme.DARK)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?map=" + LAT + "," + LON + ",16#incident=" + id);
            assertThat(screen.find(".case-pin")).isVisible();
            screen.awaitRest(".case-pin");
            screen.press("M");
            assertThat(screen.find(".crosshair")).isVisible();
            screen.find("#list-incidents .rows").focus();
            screen.press("Escape");
            assertThat(screen.find(".crosshair")).hasCount(0);
            // A link to a case that is pasted into the address of an open console opens it.
            screen.page().navigate("/?map=" + LAT + "," + LON + ",16#incident=" + id);
            assertThat(screen.find(".case-pin")).isVisible();
            screen.awaitRest(".case-pin");
            screen.press("M", "Shift+ArrowRight", "Enter");
            Locator reason = screen.find(".move-panel [name=reason]");
            reason.fill("Farther east");
            command(screen, "past " + then);
            assertThat(screen.find("body")).hasClass(java.util.regex.Pattern.compile("in-the-past"));
            reason.press("Enter");
            assertThat(screen.find(".toasts")).containsText(REFUSED);
            unchanged(id, version);
            command(screen, "now");
            assertThat(screen.find(".past-banner")).isHidden();
            reason.press("Enter");
            assertThat(screen.find(".move-panel")).isHidden();
            screen.assertClean();
        }
        Assertions.assertThat(TestLife.read(dispatcher, id)
                        .path("location")
                        .path("lon")
                        .asDouble())
                .isGreaterThan(LON);
    }

    private static void command(Screen screen, String line) {
        screen.find(".command-input").fill(line);
        screen.find(".command-input").press("Enter");
    }

    private void unchanged(String id, int version) {
        Assertions.assertThat(TestLife.read(dispatcher, id).path("version").asInt())
                .isEqualTo(version);
    }

    private String home() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
