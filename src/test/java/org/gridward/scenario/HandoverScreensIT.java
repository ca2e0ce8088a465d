package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A shift is handed over on the screen, signed by both, and the alarm rate is looked at. */
@GridwardIT
@TestPropertySource(properties = "own-database=HandoverScreens")
class HandoverScreensIT {

    private static final String PAYLOAD = "<img src=x onerror=\"window.pwned=1\">";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoGoesWritesAndSignsAndWhoComesReadsAndSigns() {
        TestApi dispatcher = town();
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen going = chromium.open(home, "zh-CN", 1366, 900, ColorScheme.LIGHT);
                Screen coming = chromium.open(home, "en-GB", 1366, 900, ColorScheme.DARK)) {
            going.signInAt("/handover.html", "dispatcher");
            assertThat(going.find(".shift-sum")).hasText("接班时未结 0 + 新增 3 + 重开 0 − 办结 1 = 现未结 2");
            going.find("textarea").fill("三号楼水泵坏了 " + PAYLOAD);
            picture(going, "handover-zh");
            going.button("交班并签字").click();
            assertThat(going.find(".shift-note p")).hasText("三号楼水泵坏了 " + PAYLOAD);
            assertThat(going.find(".shift-signs")).containsText("由接班人用本人账号登录后签字。");

            coming.signInAt("/", "second");
            assertThat(coming.find(".alarm-strip")).containsText("waits for you");
            coming.press("h");
            coming.find(".shift-past button").first().click();
            assertThat(coming.find(".shift-note p")).hasText("三号楼水泵坏了 " + PAYLOAD);
            coming.button("Take over and sign").click();
            assertThat(coming.find(".shift-signs")).containsText("second");
            picture(coming, "handover-en-dark");
            coming.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(coming.find(".bar")).isHidden();
            picture(coming, "handover-print");
            coming.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            assertThat(going.page().locator("img[src=x]")).hasCount(0);

            assertThat(dispatcher
                            .get("/api/v1/handovers")
                            .json()
                            .path("items")
                            .get(0)
                            .path("coming")
                            .asString())
                    .isEqualTo("second");
            going.page().navigate("/alarms.html");
            Locator busy =
                    going.find("#sheet tbody tr").filter(new Locator.FilterOptions().setHasText("=desk 1 " + PAYLOAD));
            assertThat(busy.locator(".status-overdue")).containsText("过多");
            picture(going, "rate-zh");
            coming.page().navigate("/alarms.html");
            assertThat(coming.find("#sheet tbody tr").first()).isVisible();
            picture(coming, "rate-en-dark");
            going.assertClean();

            going.page().navigate("/handover.html");
            going.find("textarea").fill("下一班的话");
            going.context().clearCookies();
            going.button("交班并签字").press("Enter");
            assertThat(going.find("dialog input[type=password]")).isFocused();
            going.page().keyboard().type("not the password");
            going.press("Enter");
            assertThat(going.find("dialog .problem")).isVisible();
            going.find("dialog input[type=password]").fill(TestApi.PASSWORD);
            going.press("Enter");
            assertThat(going.find(".shift-note p")).hasText("下一班的话");
        }
    }

    private TestApi town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        TestApi.addUser(jdbc, "second", "dispatcher", "*");
        for (int n = 0; n < 3; n++) {
            String id = dispatcher
                    .post(
                            "/api/v1/incidents",
                            Map.of(
                                    "category",
                                    n == 0 ? "pipe_burst" : "noise",
                                    "description",
                                    PAYLOAD,
                                    "location",
                                    Map.of("lon", 122.105, "lat", 30.005)))
                    .json()
                    .path("id")
                    .asString();
            if (n == 2) {
                TestLife.act(dispatcher, id, "VOID", "reason", "nothing there");
            }
        }
        dispatcher.post(
                "/api/v1/alarms/shelves",
                Map.of(
                        "kind",
                        "NEW_CASE",
                        "reason",
                        PAYLOAD,
                        "until",
                        Instant.now().plusSeconds(3_600).toString()));
        for (int n = 0; n < 12; n++) {
            dispatcher.post(
                    "/api/v1/alarms/soundings",
                    Map.of("seat", "=desk 1 " + PAYLOAD, "kind", "NEW_CASE", "tier", 1, "members", List.of("m" + n)));
        }
        assertThat(dispatcher.get("/api/v1/alarms/report").json().path("lines").size())
                .isEqualTo(1);
        return dispatcher;
    }

    private static void picture(Screen screen, String name) {
        screen.page().screenshot(D02_StreamCutAndResumeIT.picture(name).setFullPage(true));
    }
}
