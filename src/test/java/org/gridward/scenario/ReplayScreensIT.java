package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Time travel, the question about an area and the moving of a pin in a real browser; most of it by keyboard alone. */
@TestPropertySource(properties = "own-database=ReplayScreens")
class ReplayScreensIT extends PastTown {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void baseMap() throws java.io.IOException {
        baseMapOnce();
    }

    @Test
    void aSecondIsShownAsItStoodAndItsLinkShowsTheSameElsewhere() {
        String number = "先前的噪音";
        String newer = "后来的漏水";
        String closed = told(number);
        Instant then = nextSecond();
        TestLife.close(dispatcher, closed);
        told(newer);
        try (Screen screen = screen("zh-CN", ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?at=" + text(then) + "#incident=" + closed);
            assertThat(screen.find("body")).hasClass(Pattern.compile("in-the-past"));
            assertThat(screen.find(".past-banner")).containsText("您看到的是过去");
            assertThat(screen.find("#list-incidents")).containsText(number.substring(number.length() - 4));
            assertThat(screen.find("#list-incidents")).not().containsText(newer);
            assertThat(screen.find("#detail")).containsText("已派单");
            Locator accept = screen.find("[data-action=ACCEPT]");
            assertThat(accept).hasAttribute("aria-disabled", "true");
            assertThat(accept).hasAttribute("title", Pattern.compile("过去"));
            assertThat(screen.find(".time-bars-all")).hasAttribute("d", Pattern.compile("M.+"));
            screen.picture("past-zh-light");
            screen.press("Escape", "Escape");
            assertThat(screen.find(".past-banner")).isHidden();
            assertThat(screen.find("#list-incidents")).containsText(newer);
            assertThat(screen.find("#list-incidents")).not().containsText(number.substring(number.length() - 4));
            Assertions.assertThat(screen.page().url()).doesNotContain("at=");
            screen.assertClean();
        }
    }

    @Test
    void theKeysStepPlayAndLeadBackWhileThePresentGoesOn() {
        try (Screen screen = screen("en", ColorScheme.DARK)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".time-open")).isVisible();
            screen.press("p");
            assertThat(screen.find(".past-banner")).isVisible();
            String first = at(screen);
            screen.press("[");
            Assertions.assertThat(at(screen)).isNotEqualTo(first);
            screen.press("}");
            assertThat(screen.find(".time-slider")).hasValue(Pattern.compile("\\d+"));
            screen.find(".time-choice select").first().selectOption("600");
            screen.find(".time-slider").focus();
            String before = at(screen);
            screen.press(" ");
            assertThat(screen.find(".time-slider")).not().hasValue(before);
            screen.press(" ");
            String number =
                    TestLife.read(dispatcher, report("noise")).path("number").asString();
            screen.picture("past-en-dark");
            assertThat(screen.find("#list-incidents")).not().containsText(number.substring(number.length() - 4));
            screen.press("p");
            screen.find(".time-now")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            assertThat(screen.find("#list-incidents")).containsText(number.substring(number.length() - 4));
            screen.assertClean();
        }
    }

    @Test
    void badLinksAreAnsweredInPlainWords() {
        try (Screen screen = screen("en", ColorScheme.LIGHT)) {
            screen.signInAt("/?at=yesterday%3Cb%3E", "dispatcher");
            assertThat(screen.find(".past-banner")).containsText("names no second that can be read");
            assertThat(screen.find(".past-banner")).containsText("yesterday<b>");
            assertThat(screen.find("body")).not().hasClass(Pattern.compile("in-the-past"));
            screen.page().navigate("/?at=2099-01-01T00:00:00Z");
            assertThat(screen.find(".past-banner")).containsText("has not come yet");
            screen.page().navigate("/?at=2020-01-01T00:00:00Z");
            assertThat(screen.find(".past-note")).containsText("No borders were in force then");
            screen.page().navigate("/?at=" + text(now()) + "#incident=00000000-0000-7000-8000-000000000000");
            assertThat(screen.find(".past-note")).containsText("was not reported yet, or there is none");
        }
        try (Screen screen = screen("en", ColorScheme.LIGHT)) {
            screen.signInAt("/?at=2026-01-01T00:00:00Z", "patrol");
            assertThat(screen.find(".past-banner")).containsText("Your role may not look at the past");
        }
    }

    @Test
    void anAreaIsDrawnAndAskedByKeyboardAlone() {
        Instant end = now();
        for (int i = 0; i < 12; i++) {
            Answer sent = patrol.post(
                    "/api/v1/tracks",
                    Map.of(
                            "unit",
                            "U-" + HOME,
                            "points",
                            List.of(Map.of(
                                    "t",
                                    end.minusSeconds(600 - i * 30L).toString(),
                                    "lon",
                                    TestTown.lon(1) + 0.001 * i,
                                    "lat",
                                    LAT))));
            Assertions.assertThat(sent.status()).isEqualTo(200);
        }
        String id = report("noise");
        try (Screen screen = screen("en", ColorScheme.LIGHT)) {
            screen.signInAt("/?map=" + LAT + "," + LON + ",15", "dispatcher");
            screen.find("#list-incidents .row").first().waitFor();
            screen.press("z");
            assertThat(screen.find(".crosshair")).isVisible();
            screen.press("Shift+ArrowLeft", "Enter", "Shift+ArrowUp", "Enter", "Backspace", "Enter");
            screen.press(
                    "Shift+ArrowRight",
                    "Shift+ArrowRight",
                    "Enter",
                    "Shift+ArrowDown",
                    "Shift+ArrowDown",
                    "Enter",
                    "f");
            assertThat(screen.find(".area-status")).containsText("The area is drawn");
            assertThat(screen.find(".area-panel [name=reason]")).isFocused();
            screen.press("Enter");
            assertThat(screen.find(".area-panel .problem")).containsText("Say why");
            screen.page().keyboard().type("Complaint about a missed round");
            screen.press("Enter");
            assertThat(screen.find(".area-result")).containsText("U-" + HOME);
            assertThat(screen.find(".area-result")).containsText("Micro-grid head " + HOME);
            screen.picture("area-en-light");
            screen.find("#area-typed").fill("300 m");
            screen.press("Enter");
            assertThat(screen.find(".area-status")).containsText("The area is drawn");
            screen.find("#area-typed").fill("far away!");
            screen.press("Enter");
            assertThat(screen.find(".area-status")).containsText("Not read");
            screen.assertClean();
        }
        Assertions.assertThat(
                        count(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'AREA_ASKED' AND actor = 'dispatcher'"))
                .isPositive();
        Assertions.assertThat(TestLife.read(dispatcher, id).path("state").asString())
                .isEqualTo("DISPATCHED");
    }

    @Test
    void aPinIsMovedByKeyboardAndARefusalIsUndone() {
        String id = report("noise");
        String number = TestLife.read(dispatcher, id).path("number").asString();
        try (Screen screen = screen("zh-CN", ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?map=" + LAT + "," + LON + ",16&layer=grid#incident=" + id);
            assertThat(screen.find("#detail")).containsText(number);
            assertThat(screen.find(".case-pin")).isVisible();
            screen.awaitRest(".case-pin");
            screen.press("M");
            assertThat(screen.find(".crosshair")).isVisible();
            for (int i = 0; i < 4; i++) {
                screen.press("Shift+ArrowRight");
            }
            screen.press("Enter");
            assertThat(screen.find(".move-sides")).containsText(HOME);
            assertThat(screen.find(".move-panel")).containsText("将移交");
            screen.picture("move-zh-light");
            TestLife.act(dispatcher, id, "NOTE", "note", "别人先改了");
            screen.page().keyboard().type("在隔壁网格");
            screen.press("Enter");
            assertThat(screen.find(".move-panel")).containsText("未移动");
            assertThat(screen.find(".move-panel .problem")).containsText("刚做了“备注”");
            Assertions.assertThat(TestLife.read(dispatcher, id)
                            .path("location")
                            .path("lon")
                            .asDouble())
                    .isEqualTo(LON);
            screen.press("Enter");
            assertThat(screen.find(".move-panel")).isHidden();
            JsonNode moved = TestLife.read(dispatcher, id);
            Assertions.assertThat(moved.path("location").path("lon").asDouble()).isGreaterThan(LON);
            Assertions.assertThat(moved.path("lead").path("gridCode").asString())
                    .isNotEqualTo(HOME);
        }
    }

    @Test
    void aPinIsDraggedInsideItsGridAndOnlyThePlaceIsPutRight() {
        String id = report("noise");
        try (Screen screen = screen("en", ColorScheme.DARK)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?map=" + LAT + "," + LON + ",16#incident=" + id);
            Locator pin = screen.find(".case-pin");
            pin.waitFor();
            screen.awaitRest(".case-pin");
            var box = pin.boundingBox();
            screen.page().mouse().move(box.x + 13, box.y + 13);
            screen.page().mouse().down();
            screen.page().mouse().move(box.x + 40, box.y + 25);
            screen.page().mouse().move(box.x + 53, box.y + 33);
            screen.page().mouse().up();
            assertThat(screen.find(".move-panel")).containsText("only its place is put right");
            assertThat(screen.find(".move-panel [name=reason]")).isFocused();
            screen.page().keyboard().type("Was pinned too far west");
            screen.press("Enter");
            assertThat(screen.find(".move-panel")).isHidden();
            screen.assertClean();
        }
        JsonNode moved = TestLife.read(dispatcher, id);
        Assertions.assertThat(moved.path("location").path("lon").asDouble()).isGreaterThan(LON);
        Assertions.assertThat(moved.path("laterDecisions")).isEmpty();
    }

    /** Reports a case with these words; answers its id. */
    private String told(String words) {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                words,
                                "channel",
                                "PHONE",
                                "location",
                                Map.of("lon", LON, "lat", LAT)))
                .json()
                .path("id")
                .asString();
    }

    private static String at(Screen screen) {
        return screen.find(".time-slider").inputValue();
    }

    private Screen screen(String language, ColorScheme scheme) {
        TestApi.of(context);
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        return chromium.open(home, language, 1366, 768, scheme);
    }
}
