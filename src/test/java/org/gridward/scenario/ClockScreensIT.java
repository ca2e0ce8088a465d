package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The page of clocks in a real browser: a year, the limits, and a request that a second person approves. */
@GridwardIT
@TestPropertySource(properties = "own-database=ClockScreens")
class ClockScreensIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void aDispatcherApprovesWhatAPatrolAskedAndSeesTheYear() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        TestApi api = TestApi.of(context);
        String home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        String id = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "x",
                                "location", Map.of("lon", 122.105, "lat", 30.005)))
                .json()
                .path("id")
                .asString();
        Instant due = Instant.parse(api.as("dispatcher")
                .get("/api/v1/incidents/" + id)
                .json()
                .path("nextDue")
                .asString());
        TestApi.Answer asked = api.as("patrol")
                .post(
                        "/api/v1/incidents/" + id + "/approvals",
                        Map.of(
                                "action", "PARK",
                                "until", due.plus(Duration.ofDays(20)).toString(),
                                "reason", "等待物业维修资金审批 <b>"));
        Assertions.assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(home, "zh-CN", 1280, 900, ColorScheme.LIGHT)) {
            screen.signInAt("/clocks.html", "dispatcher");
            assertThat(screen.find(".month")).hasCount(12);
            assertThat(screen.find("#profiles .lines tr").first()).isVisible();
            assertThat(screen.find("#waiting li")).containsText("等待物业维修资金审批 <b>");
            screen.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", "clocks.png")));
            screen.button("同意").first().click();
            assertThat(screen.find("#parked li")).containsText("等待物业维修资金审批 <b>");
            assertThat(screen.find("#waiting li")).hasText("没有等待审批的申请。");
            screen.assertClean();
        }
    }
}
