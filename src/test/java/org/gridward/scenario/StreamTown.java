package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town whose stream goes through a proxy that cuts, stalls or holds it back, and a browser that notes the tones of its pages. */
@GridwardIT
abstract class StreamTown {

    static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    /** Notes the pitch of every tone that the page plays. */
    private static final String LISTEN = """
            window.tones = [];
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) {
              window.tones.push(this.frequency.value);
              return start.call(this, at);
            };""";

    private static Chromium chromium;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    TestApi dispatcher;
    int port;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Screen open(String home) {
        Screen screen = chromium.open(home, "zh-CN", 1366, 3000, ColorScheme.LIGHT);
        screen.context().addInitScript(LISTEN);
        screen.signInAt("/", "dispatcher");
        return screen;
    }

    /** The stream is there, and all that had happened before has been read. */
    static void live(Screen screen) {
        screen.page()
                .waitForFunction(
                        "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('limit=500'))");
        assertThat(screen.find(".stream.status-on-time")).isVisible();
        assertThat(screen.find(".stream")).hasAttribute("title", "本浏览器的所有标签页共用一条实时流");
    }

    static Locator row(Screen screen, String id) {
        return screen.find("#line-" + id);
    }

    String report(String text) {
        return report("noise", text);
    }

    String report(String category, String text) {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                category,
                                "description",
                                text,
                                "location",
                                Map.of("lon", 122.105, "lat", 30.005)))
                .json()
                .path("id")
                .asString();
    }

    long newest() {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM console.stream_events")
                .query(Long.class)
                .single();
    }

    static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screenshots", "alive-" + name + ".png"));
    }
}
