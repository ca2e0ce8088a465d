package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A broadcast to an area that was drawn on the console's map, in a real browser. */
@TestPropertySource(properties = "own-database=AreaScreens")
class AreaScreensIT extends PastTown {

    @BeforeEach
    void baseMap() throws java.io.IOException {
        baseMapOnce();
    }

    @Test
    void onAPhoneAnAreaOfThePastIsDrawnByFinger() {
        report("noise");
        Instant then = nextSecond();
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.openPhone(home, "zh-CN", ColorScheme.LIGHT)) {
            String place = "map=" + LAT + "," + LON + ",15";
            screen.signInAt("/?" + place, "dispatcher");
            screen.page().navigate("/?at=" + text(then) + "&" + place);
            assertThat(screen.find("body")).hasClass(Pattern.compile("in-the-past"));
            screen.find("#list-incidents .row").first().waitFor();
            Assertions.assertThat(screen.find(".map-frame").boundingBox().height
                            - screen.find(".time-bar").boundingBox().height)
                    .as("room for the map, in time travel too")
                    .isGreaterThan(250);
            screen.picture("phone-past-zh");

            screen.find(".area-open").tap();
            assertThat(screen.find(".draw-bar")).containsText("点地图定角点");
            for (String hidden : List.of("#panel", ".side", ".time-bar", ".crosshair")) {
                assertThat(screen.find(hidden)).isHidden();
            }
            for (Locator button : screen.find(".draw-bar button").all()) {
                Assertions.assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(24);
                Assertions.assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(24);
            }
            assertThat(screen.button("完成")).isDisabled();
            screen.awaitRest("#map");
            var map = screen.find("#map").boundingBox();
            double[][] corners = {{0.5, 0.5}, {0.2, 0.3}, {0.7, 0.3}, {0.8, 0.8}, {0.3, 0.8}};
            for (int i = 0; i < corners.length; i++) {
                screen.page().touchscreen().tap(map.x + map.width * corners[i][0], map.y + map.height * corners[i][1]);
                assertThat(screen.find(".draw-count")).hasText((i + 1) + " 个角点");
            }
            screen.picture("phone-area-drawing-zh");
            screen.button("撤销角点").tap();
            assertThat(screen.find(".draw-count")).hasText("4 个角点");
            screen.button("完成").tap();
            assertThat(screen.find(".draw-bar")).isHidden();
            assertThat(screen.find(".area-status")).containsText("已画好");
            screen.find(".area-panel [name=reason]").fill("核对巡查");
            screen.find(".area-panel [type=submit]").tap();
            assertThat(screen.find(".area-result")).containsText("谁来过");
            assertThat(screen.find("#detail")).isHidden();
            screen.picture("phone-area-answer-zh");

            screen.button("重画").tap();
            screen.page().touchscreen().tap(map.x + map.width * 0.4, map.y + map.height * 0.4);
            assertThat(screen.find(".draw-count")).hasText("1 个角点");
            screen.button("取消").tap();
            assertThat(screen.find(".draw-bar")).isHidden();
            assertThat(screen.find("#panel")).isHidden();
            screen.find(".area-open").tap();
            screen.page().touchscreen().tap(map.x + map.width * 0.4, map.y + map.height * 0.4);
            assertThat(screen.find(".draw-count")).hasText("1 个角点");
            screen.press("Escape");
            assertThat(screen.find("#panel")).isHidden();
            assertThat(screen.find(".side")).isVisible();
            screen.assertClean();
        }
    }

    @Test
    void aDrawnAreaIsToldSomethingOnceTheDoorsAreCounted() {
        report("noise");
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "zh-CN", 1366, 768, ColorScheme.DARK)) {
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
            // Escape of who types by sound ends the sound and not the form; what was typed stays when the form is left.
            screen.find("#panel [name=textZh]").dispatchEvent("keydown", Map.of("key", "Escape", "isComposing", true));
            assertThat(screen.find("#panel [name=textZh]")).isVisible();
            screen.press("Escape", "z");
            screen.find("#area-typed").press("Enter");
            screen.button("向此区域定向通知").click();
            assertThat(screen.find("#panel [name=titleZh]")).hasValue("今晚停水");
            screen.find("#panel button[type=submit]").click();
            assertThat(screen.find("#panel .tally").first()).isVisible();
            screen.picture("area-broadcast-zh-dark");
            screen.find("#panel .buttons button").nth(1).click();
            assertThat(screen.find("#panel")).isHidden();
            // What is reported is found by its sound as well.
            screen.press("n");
            assertThat(screen.find("#report-categories option[value=噪音扰民]")).hasText(Pattern.compile("noise zao.*"));
            screen.find("#report-category").fill("zaoyinrao");
            screen.press("Tab");
            assertThat(screen.find("#report-category")).hasValue("噪音扰民");
            screen.assertClean();
        }
        JsonNode told =
                dispatcher.get("/api/v1/broadcasts").json().path("items").path(0);
        Assertions.assertThat(told.path("titleZh").asString()).isEqualTo("今晚停水");
        Assertions.assertThat(told.path("state").asString()).isEqualTo("SENT");
    }

    @Test
    void aCornerMayLieOnACaseAndADoubleClickIsTheLast() {
        // Away from the cases of other tests, beside which it would stand.
        double lon = LON + 0.002;
        double lat = LAT + 0.002;
        String number = report(dispatcher, "noise", lon, lat).path("number").asString();
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "en", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/?map=" + lat + "," + lon + ",15", "dispatcher");
            screen.find("#list-incidents .row").first().waitFor();
            screen.find("[data-ground=coming]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            BoundingBox map = screen.find("#map").boundingBox();
            Locator row = screen.find(".row").filter(new Locator.FilterOptions().setHasText(number.substring(8)));
            // The map keeps its upper left corner when the panel takes its room.
            double x = map.x + map.width / 2;
            double y = map.y + map.height / 2 - 60;
            while (!row.getAttribute("class").contains("pointed") && y < map.y + map.height / 2 + 60) {
                y += 4;
                screen.page().mouse().move(x, y);
                screen.page()
                        .evaluate(
                                "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))");
            }
            assertThat(row).hasClass(Pattern.compile("pointed"));
            screen.press("z");
            assertThat(screen.find(".crosshair")).isVisible();
            BoundingBox smaller = screen.find("#map").boundingBox();
            screen.page().mouse().click(x - 2, y - 2);
            assertThat(screen.find(".area-status")).containsText("1 corners");
            screen.page().mouse().click(Math.min(x + 90, smaller.x + smaller.width - 20), y);
            screen.page().mouse().click(x + 60, y + 80);
            screen.page().mouse().dblclick(x - 40, y + 90);
            assertThat(screen.find(".area-status")).containsText("The area is drawn");
            assertThat(screen.find("#detail")).isHidden();
            screen.picture("area-corner-on-a-case");
            screen.find(".area-panel [name=reason]").fill("Complaint about noise");
            screen.press("Enter");
            assertThat(screen.find(".area-result")).containsText(number);
            // Outside of drawing the mark opens its case again.
            screen.press("Escape");
            screen.page().mouse().click(x, y);
            assertThat(screen.find("#detail")).containsText(number);
            // The answer was given for a reason; it is there again without another.
            screen.press("Escape", "z");
            assertThat(screen.find(".area-panel")).isVisible();
            screen.find("#panel .panel-close").click();
            assertThat(screen.find("#panel")).isHidden();
            screen.press("z");
            screen.find(".area-panel")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Back to the last answer"))
                    .click();
            assertThat(screen.find(".area-result")).containsText(number);
            screen.assertClean();
        }
    }

    @Test
    void aGridIsToldByItsNameAndNotByItsOutline() {
        report("noise");
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "en", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/?map=" + LAT + "," + LON + ",15", "dispatcher");
            screen.find("#list-incidents .row").first().waitFor();
            screen.press("/");
            Locator offered = screen.find(".command-options [role=option]");
            screen.page().waitForCondition(() -> {
                screen.find(".command-input").fill("broadcast " + HOME);
                return offered.count() == 1;
            });
            assertThat(offered).containsText(HOME);
            screen.press("Enter");
            assertThat(screen.find("#panel [name=titleZh]")).isFocused();
            screen.page().keyboard().type("今晚停水");
            screen.find("#panel [name=textZh]").fill("请提前储水。");
            screen.find("#panel button[type=submit]").click();
            assertThat(screen.find("#panel .tally").first()).isVisible();
            screen.find("#panel .buttons button").nth(1).click();
            assertThat(screen.find("#panel")).isHidden();
            screen.assertClean();
        }
        JsonNode told =
                dispatcher.get("/api/v1/broadcasts").json().path("items").path(0);
        Assertions.assertThat(told.path("grids").toString()).contains(HOME);
        Assertions.assertThat(told.path("state").asString()).isEqualTo("SENT");
    }
}
