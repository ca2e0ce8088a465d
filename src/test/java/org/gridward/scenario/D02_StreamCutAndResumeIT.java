package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.TestLife;
import org.gridward.console.StreamHub;
import org.gridward.scenario.StreamProxy.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** D02: the stream is cut, stalled or held back; the console says so in time, goes on without a hole, and says what it caught up. */
@TestPropertySource(properties = "own-database=D02")
class D02_StreamCutAndResumeIT extends StreamTown {

    /** R19: the banner stands within 20 s of the last sign of life. */
    private static final LocatorAssertions.IsVisibleOptions WITHIN_20_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @Autowired
    private StreamHub hub;

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

    private static Page tab(Screen screen) {
        Page tab = screen.context().newPage();
        tab.navigate("/");
        assertThat(tab.locator(".stream.status-on-time")).isVisible();
        return tab;
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
}
