package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.gridward.scenario.StreamProxy.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Alarms are heard, acknowledged and shelved by keyboard; a wrong clock of the PC, a silent browser, an ended session. */
@GridwardIT
@TestPropertySource(properties = "own-database=AlarmScreens")
class AlarmScreensIT {

    private static final String LISTEN = """
            window.tones = [];
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) {
              window.tones.push(this.frequency.value);
              return start.call(this, at);
            };""";

    /** A driven browser counts as touched from the start; here a key must have been pressed, as with a person. */
    private static final String UNTOUCHED = """
            addEventListener("keydown", () => (window.touched = true), true);
            Object.defineProperty(Navigator.prototype, "userActivation", {
              get: () => ({ hasBeenActive: window.touched === true }),
            });""";

    private static final String PAYLOAD = "<img src=x onerror=\"window.pwned=1\">";

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private TestApi dispatcher;
    private String home;

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
        TestApi.addUser(jdbc, "second", "dispatcher", "*");
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        jdbc.sql(
                        "TRUNCATE console.alarm_soundings, console.alarm_acknowledgements, console.alarm_shelves, console.seat_watch")
                .update();
        dispatcher
                .get("/api/v1/incidents?limit=1000")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> !List.of("CLOSED", "VOID", "MERGED")
                        .contains(one.path("state").asString()))
                .forEach(one -> TestLife.act(dispatcher, one.path("id").asString(), "VOID", "reason", "over"));
    }

    @Test
    void aNewUrgentCaseSoundsUntilSomebodyAcknowledgesItAndThenNowhere() {
        try (Screen screen = open("zh-CN", ColorScheme.LIGHT, "dispatcher");
                Screen other = open("en-GB", ColorScheme.DARK, "second")) {
            Page silent = screen.context().newPage();
            silent.addInitScript(UNTOUCHED);
            screen.page().close();
            silent.navigate("/");
            assertThat(silent.locator(".sound-blocked")).isVisible();
            silent.screenshot(D02_StreamCutAndResumeIT.picture("blocked-zh"));
            silent.keyboard().press("s");
            assertThat(silent.locator(".sound-blocked")).isHidden();
            other.press("Escape");

            String id = report("pipe_burst", PAYLOAD);
            assertThat(silent.locator(".alarm-strip")).containsText("1 件新事件");
            assertThat(other.find(".alarm-strip")).containsText("1 new case");
            silent.waitForFunction("() => window.tones.filter((hertz) => hertz === 988).length >= 6");
            silent.screenshot(D02_StreamCutAndResumeIT.picture("strip-zh"));
            other.page().screenshot(D02_StreamCutAndResumeIT.picture("strip-en"));

            silent.keyboard().press("s");
            assertThat(silent.locator(".alarm-strip")).isHidden();
            assertThat(other.find(".alarm-strip")).isHidden();
            JsonNode kept = dispatcher.get("/api/v1/alarms/soundings").json().path("items");
            assertThat(kept.valueStream()
                            .map(one -> one.path("actor").asString())
                            .toList())
                    .containsExactlyInAnyOrder("dispatcher", "second");
            kept.forEach(one -> {
                assertThat(one.path("members").get(0).asString()).isEqualTo(id);
                assertThat(one.path("acknowledgedBy").asString()).isEqualTo("dispatcher");
            });
            assertThat(silent.evaluate("window.pwned")).isNull();
        }
    }

    @Test
    void alarmsOfOneCauseAreShelvedTogetherForAllSeatsByKeyboard() {
        for (int n = 0; n < 3; n++) {
            report("pipe_burst", "burst " + n);
        }
        try (Screen screen = open("zh-CN", ColorScheme.DARK, "dispatcher");
                Screen other = open("en-GB", ColorScheme.LIGHT, "second")) {
            assertThat(screen.find(".alarm-strip")).containsText("3 件新事件");
            screen.press("S");
            assertThat(screen.find(".alarm-row")).hasCount(1);
            screen.button("搁置").first().press("Enter");
            screen.page().keyboard().type("台风：整片停工 " + PAYLOAD);
            screen.page().screenshot(D02_StreamCutAndResumeIT.picture("list-zh-dark"));
            screen.press("Enter");
            assertThat(screen.find(".shelf-row")).containsText("台风：整片停工 " + PAYLOAD);
            assertThat(screen.find(".alarm-strip")).isHidden();
            assertThat(other.find(".alarm-strip")).isHidden();
            other.press("S");
            assertThat(other.find(".shelf-row")).containsText("dispatcher");
            other.page().screenshot(D02_StreamCutAndResumeIT.picture("shelf-en"));
            other.find(".shelf-row button").press("Enter");
            assertThat(screen.find(".alarm-strip")).containsText("3 件新事件");
            assertThat(screen.page().locator("img[src=x]")).hasCount(0);
        }
    }

    @Test
    void atTheStartOfAShiftTheTonesAreAskedToBeTestedOnce() {
        try (Screen screen = open("zh-CN", ColorScheme.LIGHT, "dispatcher")) {
            screen.press("Escape");
            assertThat(screen.find(".sound-untested")).containsText("接班时请先试听提示音");
            screen.button("现在试听").press("Enter");
            assertThat(screen.find(".sound-check button").first()).isFocused();
            screen.press("Enter");
            screen.page().waitForFunction("() => window.tones.includes(1319)");
            assertThat(screen.find(".sound-untested")).isHidden();
            screen.page().reload();
            screen.press("Escape");
            assertThat(screen.find(".stream.status-on-time")).isVisible();
            assertThat(screen.find(".sound-untested")).isHidden();
        }
    }

    @Test
    void aClockTenHoursWrongChangesNoTimeOnTheScreen() {
        report("pipe_burst", "due soon");
        try (Screen right = open("en-GB", ColorScheme.LIGHT, "dispatcher");
                Screen wrong = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            wrong.page()
                    .clock()
                    .install(new com.microsoft.playwright.Clock.InstallOptions()
                            .setTime(Instant.now().plusSeconds(36_000).toEpochMilli()));
            wrong.signInAt("/", "dispatcher");
            assertThat(wrong.find(".clock-wrong"))
                    .containsText(Pattern.compile("This PC's clock is (9 h 59|10 h 00) min fast"));
            assertThat(right.find(".clock-wrong")).isHidden();
            wrong.page().screenshot(D02_StreamCutAndResumeIT.picture("clock-wrong-en"));
            assertThat(wrong.find(".stream.status-on-time")).isVisible();
            assertThat(seconds(wrong.find(".row-left")))
                    .isCloseTo(seconds(right.find(".row-left")), org.assertj.core.data.Offset.offset(15L));
            assertThat(time(wrong.find(".bar-clock")))
                    .isCloseTo(time(right.find(".bar-clock")), org.assertj.core.data.Offset.offset(15L));
        }
    }

    @Test
    void aSessionThatEndsAsksForThePasswordAndLosesNothingTyped() throws IOException {
        String id = report("noise", "typed here");
        int port = Integer.parseInt(home.substring(home.lastIndexOf(':') + 1));
        try (StreamProxy proxy = new StreamProxy(port);
                Screen screen = chromium.open(proxy.url(), "zh-CN", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.find("#line-" + id).click();
            assertThat(screen.find("#detail .actions").first()).isVisible();
            screen.press("t");
            screen.find(".action-form textarea").fill("三号楼的人在等");
            screen.context().clearCookies();
            proxy.cut();
            assertThat(screen.find(".banner-sign")).isVisible();
            assertThat(screen.find(".action-form textarea")).hasValue("三号楼的人在等");
            screen.page().screenshot(D02_StreamCutAndResumeIT.picture("session-over-zh"));
            screen.find(".banner-sign input[type=password]").fill(TestApi.PASSWORD);
            screen.press("Enter");
            assertThat(screen.find(".banner-sign")).isHidden();
            proxy.mode(Mode.PASS);
            assertThat(screen.find(".action-form textarea")).hasValue("三号楼的人在等");
            String later = report("noise", "after signing in again");
            assertThat(screen.find("#line-" + later)).isVisible();

            screen.find(".action-form textarea").focus();
            screen.context().clearCookies();
            proxy.cut();
            assertThat(screen.find(".banner-sign")).isVisible();
            assertThat(screen.find(".action-form textarea")).isFocused();
            screen.press("Enter");
            assertThat(screen.find(".banner-sign input[type=password]")).isFocused();
            screen.page().keyboard().type(TestApi.PASSWORD);
            screen.press("Enter");
            assertThat(screen.find("#detail .timeline")).containsText("三号楼的人在等");
        }
    }

    private Screen open(String locale, ColorScheme scheme, String user) {
        Screen screen = chromium.open(home, locale, 1366, 768, scheme);
        screen.context().addInitScript(LISTEN);
        screen.signInAt("/", user);
        assertThat(screen.find(".stream.status-on-time")).isVisible();
        return screen;
    }

    private String report(String category, String text) {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", category,
                                "description", text,
                                "location", Map.of("lon", 122.105, "lat", 30.005)))
                .json()
                .path("id")
                .asString();
    }

    /** "29:41 left" in seconds. */
    private static long seconds(Locator left) {
        String[] parts = left.first().innerText().replaceAll("[^0-9:]", "").split(":");
        return Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    }

    private static long time(Locator clock) {
        String[] parts = clock.first().innerText().split(":");
        return Long.parseLong(parts[0]) * 3_600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]);
    }
}
