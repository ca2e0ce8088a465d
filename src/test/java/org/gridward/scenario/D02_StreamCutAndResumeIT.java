package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.console.StreamHub;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.gridward.scenario.StreamProxy.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** D02: the stream is cut, stalled or held back; the console says so in time, goes on without a hole, and says what it caught up. */
@GridwardIT
@TestPropertySource(properties = "own-database=D02")
class D02_StreamCutAndResumeIT {

    /** R19: the banner stands within 20 s of the last sign of life. */
    private static final LocatorAssertions.IsVisibleOptions WITHIN_20_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
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
    private ApplicationContext context;

    @Autowired
    private StreamHub hub;

    @Autowired
    private JdbcClient jdbc;

    private TestApi dispatcher;
    private int port;

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

    @ParameterizedTest
    @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
    void aDeadStreamIsSaidAndHeardWithinTwentySecondsAndGoesOnWithoutAHole(Mode fault) throws IOException {
        String before = report("before " + fault);
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            assertThat(row(screen, before)).isVisible();
            screen.press("Escape");
            assertThat(screen.find(".sound-blocked")).isHidden();
            live(screen);
            long seen = newest();

            proxy.mode(fault);
            if (fault == Mode.BUFFER) {
                proxy.cut();
            }
            String missed = report("missed " + fault);
            String gone = report("gone " + fault);
            TestLife.act(dispatcher, gone, "VOID", "reason", "nothing there");
            TestLife.act(dispatcher, before, "VOID", "reason", "nothing there");
            assertThat(screen.find("#stale")).isVisible(WITHIN_20_SECONDS);
            screen.page().waitForFunction("() => window.tones.includes(520)");
            assertThat(screen.find(".stream.status-overdue")).isVisible();
            assertThat(row(screen, missed)).hasCount(0);
            screen.page().screenshot(picture("stream-" + fault));

            proxy.mode(Mode.PASS);
            assertThat(row(screen, missed)).isVisible(IN_THE_END);
            assertThat(screen.find("#stale")).isHidden();
            assertThat(screen.find(".banner-good")).containsText("补收 " + eventsAfter(seen) + " 条");
            assertThat(row(screen, before)).hasCount(0);
            assertThat(row(screen, gone)).hasCount(0);
            screen.page().screenshot(picture("stream-resumed-" + fault));
        }
    }

    /** As a browser does with the timers of a tab that nobody has looked at for minutes. */
    @Test
    void aHiddenTabWhoseTimersAreHeldBackSoundsForNewCasesAndForADeadStream() throws IOException {
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            live(screen);
            screen.press("Escape");
            assertThat(screen.find(".sound-blocked")).isHidden();
            screen.page().evaluate("""
                    for (let last = setInterval(() => {}, 60000); last > 0; last -= 1) clearInterval(last);
                    Object.defineProperty(document, "hidden", { value: true });
                    """);
            report("pipe_burst", "heard in a hidden tab");
            screen.page().waitForFunction("() => window.tones.includes(988)");
            assertThat(screen.page().evaluate("window.tones.includes(520)")).isEqualTo(false);
            proxy.mode(Mode.STALL);
            screen.page()
                    .waitForFunction(
                            "() => window.tones.includes(520)",
                            null,
                            new Page.WaitForFunctionOptions().setTimeout(40_000));
        }
    }

    @Test
    void theOldestOfFourPlacesStandsBackWithOneBannerAndGoesOnWhenAsked() {
        String home = "http://127.0.0.1:" + port;
        try (Screen first = open(home);
                Screen second = open(home);
                Screen third = open(home);
                Screen fourth = open(home)) {
            live(fourth);
            Locator banner = first.find(".banner-elsewhere");
            assertThat(banner).containsText("本席位已停止实时更新");
            assertThat(first.find(".stream.status-overdue")).isVisible(IN_THE_END);
            assertThat(first.find("body.stream-dead")).isVisible(IN_THE_END);
            assertThat(first.find("#stale")).isHidden();
            assertThat(second.find(".banner-elsewhere")).isHidden();
            assertThat(third.find(".banner-elsewhere")).isHidden();
            first.page().screenshot(picture("stream-superseded"));
            banner.locator("button").click();
            assertThat(banner).isHidden();
            live(first);
            assertThat(second.find(".banner-elsewhere")).isVisible();
        }
    }

    @Test
    void allTabsOfABrowserShareOneStreamAndOneThatSleptCatchesUp() throws IOException {
        assertThat(clientsOnceThereAre(0)).isZero();
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            List<Page> tabs = List.of(tab(screen), tab(screen), tab(screen));
            live(screen);
            String first = report("for all tabs");
            for (Page tab : tabs) {
                assertThat(tab.locator("#line-" + first)).isVisible();
            }
            assertThat(proxy.opened()).isEqualTo(1);
            assertThat(hub.clients()).isEqualTo(1);

            Page sleeper = tabs.get(0);
            var devtools = screen.context().newCDPSession(sleeper);
            devtools.send("Page.setWebLifecycleState", json("frozen"));
            String asleep = report("while asleep");
            assertThat(tabs.get(1).locator("#line-" + asleep)).isVisible();
            devtools.send("Page.setWebLifecycleState", json("active"));
            assertThat(sleeper.locator("#line-" + asleep)).isVisible();

            tabs.get(1).close();
            tabs.get(2).close();
            String last = report("for the tabs that are left");
            assertThat(sleeper.locator("#line-" + last)).isVisible();
            assertThat(proxy.opened()).isEqualTo(1);
        }
    }

    @Test
    void afterAHoleThatCannotBeReadTheScreenDoesNotCallItselfLive() throws IOException {
        String gone = report("gone in the hole");
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            live(screen);
            screen.find("#line-" + gone).click();
            assertThat(screen.find("#detail .timeline")).isVisible();
            long seen = newest();
            proxy.mode(Mode.CUT);
            TestLife.act(dispatcher, gone, "VOID", "reason", "nothing there");
            String missed = report("missed in the hole");
            report("after it");
            screen.page().waitForCondition(() -> newest() >= seen + 3);
            jdbc.sql("DELETE FROM console.stream_events WHERE id < (SELECT max(id) FROM console.stream_events)")
                    .update();
            screen.page().route("**/api/v1/incidents?**", route -> route.abort());
            proxy.mode(Mode.PASS);
            assertThat(screen.find(".banner-unread")).isVisible(IN_THE_END);
            assertThat(screen.find(".stream.status-overdue")).isVisible();
            assertThat(row(screen, missed)).hasCount(0);
            screen.page().screenshot(picture("stream-unread"));

            screen.page().unroute("**/api/v1/incidents?**");
            assertThat(row(screen, missed)).isVisible(IN_THE_END);
            assertThat(screen.find(".banner-unread")).isHidden();
            assertThat(screen.find(".stream.status-on-time")).isVisible();
            assertThat(screen.find("#detail .detail-head")).containsText("作废");
            screen.press("Escape");
            assertThat(row(screen, gone)).hasCount(0);
        }
    }

    @Test
    void whateverTheNetworkDropsTheConsoleEndsUpWithWhatTheServerHas() throws IOException {
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = open(proxy.url())) {
            live(screen);
            Random random = new Random(7);
            for (int n = 0; n < 24; n++) {
                String id = report("dropped " + n);
                if (random.nextInt(3) == 0) {
                    proxy.cut();
                }
                if (random.nextInt(3) == 0) {
                    TestLife.act(dispatcher, id, "VOID", "reason", "nothing there");
                }
            }
            String last = report("the last one");
            assertThat(row(screen, last)).isVisible(IN_THE_END);
            Set<String> server = new TreeSet<>();
            dispatcher
                    .get("/api/v1/incidents?limit=1000")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> !List.of("CLOSED", "VOID", "MERGED")
                            .contains(one.path("state").asString()))
                    .forEach(one -> server.add("line-" + one.path("id").asString()));
            screen.page().waitForFunction("count => document.querySelectorAll('.row').length === count", server.size());
            @SuppressWarnings("unchecked")
            List<String> rows = (List<String>) screen.find(".row").evaluateAll("rows => rows.map((row) => row.id)");
            assertThat(new TreeSet<>(rows)).isEqualTo(server);
            assertThat(proxy.opened()).as("streams, one after another").isGreaterThan(1);
        }
    }

    /** The server notices with its next heartbeat that a browser has left. */
    private int clientsOnceThereAre(int wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (hub.clients() != wanted && System.nanoTime() < end) {
            dispatcher.get("/api/v1/me");
        }
        return hub.clients();
    }

    private Screen open(String home) {
        Screen screen = chromium.open(home, "zh-CN", 1366, 3000, ColorScheme.LIGHT);
        screen.context().addInitScript(LISTEN);
        screen.signInAt("/", "dispatcher");
        return screen;
    }

    private static Page tab(Screen screen) {
        Page tab = screen.context().newPage();
        tab.navigate("/");
        assertThat(tab.locator(".stream.status-on-time")).isVisible();
        return tab;
    }

    /** The stream is there, and all that had happened before has been read. */
    private static void live(Screen screen) {
        screen.page()
                .waitForFunction(
                        "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('limit=500'))");
        assertThat(screen.find(".stream.status-on-time")).isVisible();
        assertThat(screen.find(".stream")).hasAttribute("title", "本浏览器的所有标签页共用一条实时流");
    }

    private static Locator row(Screen screen, String id) {
        return screen.find("#line-" + id);
    }

    private String report(String text) {
        return report("noise", text);
    }

    private String report(String category, String text) {
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

    private long newest() {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM console.stream_events")
                .query(Long.class)
                .single();
    }

    private long eventsAfter(long id) {
        return jdbc.sql("SELECT count(*) FROM console.stream_events WHERE id > :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static com.google.gson.JsonObject json(String state) {
        com.google.gson.JsonObject object = new com.google.gson.JsonObject();
        object.addProperty("state", state);
        return object;
    }

    static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screenshots", "alive-" + name + ".png"));
    }
}
