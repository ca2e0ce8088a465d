package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What people do together about a case, written down in its panel; and merging, looked at before it is done. */
@TestPropertySource(properties = "own-database=TogetherScreensIT")
class TogetherScreensIT extends ScreenTown {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aPowerFailureIsHandedToTheUtilityUnderItsNumberAndComesBack(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/?incident=" + report("water_leak", 122.115), "dispatcher");
            begin(screen, "handOff");
            field(screen, "select[name=department]").selectOption("state_grid_95598");
            field(screen, "input[name=reference]").fill("95598-" + locale);
            screen.press("Control+Enter");
            Locator card = screen.find(".together-card").first();
            assertThat(card).containsText("95598-" + locale);
            card.locator("[data-step=progress]").click();
            field(screen, "textarea[name=text]").fill(HOSTILE);
            screen.press("Control+Enter");
            assertThat(card).containsText(HOSTILE);
            card.locator("[data-step=restoration]").click();
            field(screen, "textarea[name=cause]").fill("跳闸");
            screen.press("Control+Enter");
            assertThat(card.locator(".status-done")).isVisible();
            assertThat(card.locator("button")).hasCount(0);
            screen.picture("together-hand-off-" + locale);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,DARK", "en-GB,LIGHT"})
    void aMatterIsTalkedOverInMeetingsAndStepsByTheTemplate(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/?incident=" + report("noise", 122.125), "dispatcher");
            begin(screen, "deliberation");
            field(screen, "select[name=template]").selectOption("joint_meeting");
            field(screen, "textarea[name=subject]").fill("夜间噪音 " + HOSTILE);
            screen.press("Control+Enter");
            Locator card = screen.find(".together-card").first();
            assertThat(card).containsText(HOSTILE);
            assertThat(card.locator(".together-steps li").first()).hasAttribute("aria-current", "step");
            card.locator("[data-step=meeting]").click();
            assertThat(screen.find(".together-form input[name^='seat ']").first())
                    .isVisible();
            field(screen, "textarea[name=minutes]").fill("约定二十二时后不施工");
            screen.find(".together-form input[name^='seat ']").first().fill("主持人");
            screen.press("Control+Enter");
            assertThat(card.locator("details summary").first()).isVisible();
            card.locator("[data-step=decision]").click();
            field(screen, "textarea[name=text]").fill("二十二时后停工 " + HOSTILE);
            field(screen, "input[name=party]").fill("施工方");
            field(screen, "input[name=due]")
                    .fill(LocalDateTime.now().plusDays(3).format(MINUTES));
            screen.press("Control+Enter");
            assertThat(card.locator(".together-line")).containsText("施工方 二十二时后停工 " + HOSTILE);
            assertThat(card.locator(".together-line [data-step=taskEnd]")).isVisible();
            screen.picture("together-deliberation-" + locale);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aMediationOfOnePartyIsRefusedBesideTheFieldAndNothingTypedIsLost(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/?incident=" + report("neighbour_dispute", 122.135), "dispatcher");
            begin(screen, "mediation");
            field(screen, "select[name=level]").selectOption("GRID");
            field(screen, "input[name=parties]").fill("甲");
            field(screen, "input[name=mediators]").fill("丙");
            screen.press("Control+Enter");
            assertThat(screen.find(".together-form .form-blame:visible")).hasCount(1);
            assertThat(field(screen, "input[name=mediators]")).hasValue("丙");
            screen.picture("together-refused-" + locale);
            field(screen, "input[name=parties]").fill("甲，乙");
            screen.press("Control+Enter");
            Locator card = screen.find(".together-card").first();
            assertThat(card).containsText("甲 \u00b7 乙");
            card.locator("[data-step=session]").click();
            field(screen, "input[name=minutesLong]").fill("40");
            field(screen, "textarea[name=minutes]").fill("各退一步");
            screen.press("Control+Enter");
            assertThat(card.locator("details")).hasCount(1);
            card.locator("[data-step=agreement]").click();
            field(screen, "select[name=outcome]").selectOption("AGREED");
            field(screen, "textarea[name=agreement]").fill("铺地毯");
            screen.press("Control+Enter");
            assertThat(card).containsText("铺地毯");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void whatIsToBeDoneLaterIsPlannedAndTicked(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            String id = report("noise", locale.startsWith("zh") ? 122.1155 : 122.1355);
            screen.signInAt("/?incident=" + id, "dispatcher");
            begin(screen, "followUp");
            field(screen, "textarea[name=text]").fill("明早复查 " + HOSTILE);
            field(screen, "input[name=due]")
                    .fill(LocalDateTime.now().plusDays(2).format(MINUTES));
            screen.press("Control+Enter");
            Locator line = screen.find(".together-line:has-text('明早复查')");
            assertThat(line).containsText(HOSTILE);
            line.locator("[data-step=followUpDone]").press("Enter");
            screen.press("Control+Enter");
            assertThat(line.locator(".status-done")).isVisible();
            assertThat(line.locator("button")).hasCount(0);
            screen.picture("together-follow-up-" + locale);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,DARK", "en-GB,LIGHT"})
    void twoReportsOfOneMatterAreComparedAndThenMerged(String locale, ColorScheme scheme) {
        String first = report("sewage", locale.startsWith("zh") ? 122.1051 : 122.1251);
        String second = report("sewage", locale.startsWith("zh") ? 122.1052 : 122.1252);
        String number = dispatcher
                .get("/api/v1/incidents/" + first)
                .json()
                .path("number")
                .asString();
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/?incident=" + second, "dispatcher");
            screen.find("[data-part=merge] summary").click();
            screen.find("[data-compare='" + number + "']").click();
            assertThat(screen.find(".merge-table")).containsText(number);
            assertThat(screen.find(".merge-says li")).hasCount(3);
            screen.picture("merge-preview-" + locale);
            screen.find("[data-merge='" + number + "']").click();
            screen.page().waitForURL(url -> url.endsWith(first));
            org.assertj.core.api.Assertions.assertThat(stateOf(second)).isEqualTo("MERGED");
            screen.press("u");
            assertThat(screen.find(".undo-shelf")).isHidden();
            org.assertj.core.api.Assertions.assertThat(stateOf(second)).isEqualTo("DISPATCHED");
            dispatcher.post(
                    "/api/v1/incidents/" + second + "/actions",
                    Map.of("action", "MERGE", "into", first),
                    "If-Match",
                    "*");
            screen.page().navigate("/?incident=" + second);
            screen.picture("merged-" + locale);
            screen.find("[data-unmerge]").press("Enter");
            screen.find(".action-fields [name=reason]").fill("两处各堵各的");
            screen.press("Control+Enter");
            assertThat(screen.find("[data-part=merged]")).hasCount(0);
            screen.assertClean();
        }
        org.assertj.core.api.Assertions.assertThat(stateOf(second)).isEqualTo("DISPATCHED");
    }

    private String stateOf(String id) {
        return dispatcher.get("/api/v1/incidents/" + id).json().path("state").asString();
    }

    private static void begin(Screen screen, String what) {
        screen.find(".together-start > summary").click();
        screen.find("[data-start=" + what + "]").click();
        assertThat(screen.find("[data-form=" + what + "]")).isVisible();
    }

    private static Locator field(Screen screen, String selector) {
        return screen.find(".together-form " + selector);
    }

    private String report(String category, double lon) {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of("category", category, "description", "x", "location", Map.of("lon", lon, "lat", 30.015)))
                .json()
                .path("id")
                .asString();
    }
}
