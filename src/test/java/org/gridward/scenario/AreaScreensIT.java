package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is drawn on the map in a real browser: an area that is asked about or told something, a case that is moved. */
@TestPropertySource(properties = "own-database=ReplayScreens")
class AreaScreensIT extends PastTown {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
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
        report("noise");
        try (Screen screen = screen("en", ColorScheme.LIGHT)) {
            screen.signInAt("/?map=" + LAT + "," + LON + ",15", "dispatcher");
            screen.find("#list-incidents .row").first().waitFor();
            screen.press("z");
            assertThat(screen.find(".crosshair")).isVisible();
            screen.press("Shift+ArrowLeft", "Enter", "Shift+ArrowUp", "Enter", "Backspace", "Enter");
            screen.press("Shift+ArrowRight", "Shift+ArrowRight", "Enter");
            screen.press("Shift+ArrowDown", "Shift+ArrowDown", "Enter", "f");
            assertThat(screen.find(".area-status")).containsText("The area is drawn");
            assertThat(screen.find(".area-panel [name=reason]")).isFocused();
            screen.press("Enter");
            assertThat(screen.find(".area-panel .problem")).containsText("Say why");
            screen.page().keyboard().type("Complaint about a missed round");
            screen.press("Enter");
            assertThat(screen.find(".area-result")).containsText("U-" + HOME);
            screen.picture("area-en-light");
            screen.find("#area-typed").fill("far away!");
            screen.press("Enter");
            assertThat(screen.find(".area-status")).containsText("Not read");
            screen.assertClean();
        }
        Assertions.assertThat(
                        count(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'AREA_ASKED' AND actor = 'dispatcher'"))
                .isPositive();
    }

    @Test
    void aDrawnAreaIsToldSomethingOnceTheDoorsAreCounted() {
        report("noise");
        try (Screen screen = screen("zh-CN", ColorScheme.DARK)) {
            screen.signInAt("/?map=" + LAT + "," + LON + ",15", "dispatcher");
            screen.find("#list-incidents .row").first().waitFor();
            screen.press("z");
            screen.find("#area-typed").fill("300 m");
            screen.press("Enter");
            assertThat(screen.find(".area-status")).containsText("已画好");
            screen.button("向此区域定向通知").click();
            assertThat(screen.find("#panel [name=titleZh]")).isFocused();
            screen.page().keyboard().type("今晚停水");
            screen.find("#panel [name=textZh]").fill("22 时至次日 6 时停水，请提前储水。");
            screen.find("#panel button[type=submit]").click();
            assertThat(screen.find("#panel .tally").first()).isVisible();
            screen.picture("area-broadcast-zh-dark");
            screen.find("#panel .buttons button").nth(1).click();
            assertThat(screen.find("#panel")).isHidden();
            screen.assertClean();
        }
        JsonNode told =
                dispatcher.get("/api/v1/broadcasts").json().path("items").path(0);
        Assertions.assertThat(told.path("titleZh").asString()).isEqualTo("今晚停水");
        Assertions.assertThat(told.path("state").asString()).isEqualTo("SENT");
    }

    @Test
    void aPinIsMovedByKeyboardAndARefusalIsUndone() {
        String id = report("noise");
        String number = TestLife.read(dispatcher, id).path("number").asString();
        try (Screen screen = screen("zh-CN", ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.page().navigate("/?layer=grid#incident=" + id);
            assertThat(screen.find("#detail")).containsText(number);
            assertThat(screen.find(".case-pin")).isVisible();
            screen.press("M");
            assertThat(screen.find(".crosshair")).isVisible();
            for (int i = 0; i < 12; i++) {
                screen.press("Shift+ArrowLeft");
            }
            screen.press("Enter");
            assertThat(screen.find(".move-sides")).containsText(HOME);
            assertThat(screen.find(".move-panel")).containsText("将移交");
            screen.picture("move-zh-light");
            assertThat(screen.find(".move-panel [name=reason]")).isFocused();
            screen.page().keyboard().type("在隔壁网格");
            screen.page().route("**/actions", route -> {
                TestLife.act(dispatcher, id, "NOTE", "note", "别人先改了");
                screen.page().unroute("**/actions");
                route.resume();
            });
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
            Assertions.assertThat(moved.path("location").path("lon").asDouble()).isLessThan(LON);
            Assertions.assertThat(moved.path("lead").path("gridCode").asString())
                    .isNotEqualTo(HOME);
        }
    }

    private Screen screen(String language, ColorScheme scheme) {
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        return chromium.open(home, language, 1366, 768, scheme);
    }
}
