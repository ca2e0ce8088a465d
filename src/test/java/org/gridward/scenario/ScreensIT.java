package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.evidence.TestPhotos;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every page opened and used in a real browser, in both languages, with a clean console and no request elsewhere. */
@GridwardIT
@TestPropertySource(properties = "gridward.test=screens")
class ScreensIT {

    private static final String UNIT = "U-" + TestTown.micro(1, 2);
    private static final String TOKEN = "board-token-0001";
    private static final String PAYLOAD = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
    private static final long REPORT_PAGE_BYTES = 60 * 1024;

    private static Chromium chromium;
    private static boolean filled;

    @Autowired
    private ApplicationContext context;

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
    void fillTown() throws Exception {
        dispatcher = TestApi.of(context).as("dispatcher");
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        if (filled) {
            return;
        }
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql(new ClassPathResource("scenario/small_base_map.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        jdbc.sql("UPDATE access.users SET unit = '" + UNIT + "' WHERE name = 'patrol'")
                .update();
        TestApi.of(context)
                .as("admin")
                .send(
                        "PUT",
                        "/api/v1/units/" + UNIT,
                        "{\"nameZh\":\"巡查 1\",\"nameEn\":\"Patrol 1\",\"kind\":\"foot\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");
        context.getBean(Teams.class).load(TestTeams.all());
        context.getBean(Places.class)
                .load(List.of(new NewPlace(
                                "board-1", "notice-board", "一号公示牌", "Board 1", 122.105, 30.025, Map.of("token", TOKEN)))
                        .iterator());
        filled = true;
    }

    private String report(String category, String description, double lon) {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        description,
                        "channel",
                        "HOTLINE",
                        "location",
                        Map.of("lon", lon, "lat", 30.025)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("number").asString();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1366,768", "en-GB,DARK,1920,1080"})
    void consoleTakesAnIncidentFromReportToClosedByKeyboardAlone(
            String locale, ColorScheme scheme, int width, int height) {
        String number = report("pipe_burst", "water on the street, " + locale, 122.105);
        try (Screen screen = chromium.open(home, locale, width, height, scheme)) {
            screen.signInAt("/", "dispatcher");
            assertThat(screen.find(".row").filter(text(number.isEmpty() ? "" : "water on the street, " + locale)))
                    .hasCount(1);
            assertThat(screen.find(".stream.status-on-time")).isVisible();
            screen.press("/");
            screen.find(".command-input").fill("water on the street, " + locale);
            screen.press("Enter");
            assertThat(screen.find("#detail .detail-head")).containsText(number);
            assertThat(screen.find("#detail .clocks tr")).hasCount(3);
            assertThat(screen.find("#detail .matches tbody tr")).hasCount(4);
            screen.picture("console-" + locale + "-" + width);
            screen.press("a");
            assertThat(action(screen, "ARRIVE")).isEnabled();
            screen.press("v");
            assertThat(action(screen, "FINISH")).isEnabled();
            screen.press("t");
            screen.find(".action-form textarea").fill("valve closed");
            screen.press("Enter");
            assertThat(screen.find("#detail .timeline")).containsText("valve closed");
            screen.press("f");
            assertThat(action(screen, "FEEDBACK")).isEnabled();
            screen.press("b");
            screen.find(".action-form [name=answer]").fill("the valve is repaired");
            screen.press("Enter");
            assertThat(action(screen, "CLOSE")).isEnabled();
            releaseHelpers(screen);
            screen.press("c");
            screen.find(".action-form [name=how]").selectOption("REPAIRED");
            screen.find(".action-form [name=rootCause]").fill("old pipe");
            screen.press("Enter");
            assertThat(screen.find(".toast").last()).containsText(number);
            screen.press("Escape", "2");
            assertThat(screen.find(".twin tbody tr").first()).isVisible();
            screen.press("3");
            screen.press("?");
            assertThat(screen.find("dialog")).isVisible();
            screen.press("Escape");
            screen.assertClean();
        }
    }

    @Test
    void aReportTypedOnTheConsoleAppearsLiveOnAnotherConsole() {
        try (Screen writer = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT);
                Screen reader = chromium.open(home, "zh-CN", 1366, 768, ColorScheme.LIGHT)) {
            reader.signInAt("/", "dispatcher");
            assertThat(reader.find(".stream.status-on-time")).isVisible();
            writer.signInAt("/", "dispatcher");
            assertThat(writer.find(".stream.status-on-time")).isVisible();
            writer.press("n");
            writer.find("#report-category").fill("Noise");
            writer.find("#report-text").fill("typed on the console");
            writer.find("#report-place").fill("122.115, 30.025");
            writer.press("Tab");
            assertThat(writer.find(".report-answer")).containsText(TestTown.micro(1, 2));
            writer.picture("console-new-report-en");
            writer.find(".report-form button[type=submit]").click();
            assertThat(writer.find("#detail .detail-text")).containsText("typed on the console");
            assertThat(reader.find(".row").filter(text("typed on the console"))).hasCount(1);
            writer.assertClean();
            reader.assertClean();
        }
    }

    @Test
    void whatAResidentWritesIsShownAsTextAndNeverRun() {
        report("noise", PAYLOAD, 122.105);
        try (Screen screen = chromium.open(home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.signInAt("/", "dispatcher");
            screen.find(".row").filter(text("onerror")).first().click();
            assertThat(screen.find("#detail .detail-text")).containsText(PAYLOAD);
            assertThat(screen.page().evaluate("window.pwned")).isNull();
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void planningShowsTheFaultsOfAnEditionAndAdoptsAGoodOne(String locale, ColorScheme scheme, @TempDir Path folder)
            throws Exception {
        String now = dispatcher.get("/api/v1/layers/micro-grid/grids").body();
        Path good = Files.writeString(folder.resolve("good.geojson"), now);
        Path bad = Files.writeString(folder.resolve("bad.geojson"), now.replaceFirst("122\\.11,", "122.1105,"));
        try (Screen screen = chromium.open(home, locale, 1366, 768, scheme)) {
            screen.signInAt("/planning.html?layer=micro-grid", "planner");
            assertThat(screen.find(".edition").first()).isVisible();
            screen.find("input[type=file]").setInputFiles(bad);
            screen.find("#upload button[type=submit]").click();
            assertThat(screen.find(".fault").first()).isVisible();
            screen.find(".fault button").first().click();
            screen.picture("planning-faults-" + locale);
            assertThat(screen.find("#upload .button-primary")).isDisabled();
            screen.find("input[type=file]").setInputFiles(good);
            screen.find("#upload button[type=submit]").click();
            assertThat(screen.find("#upload .button-primary")).isEnabled();
            screen.find("#upload .button-primary").click();
            screen.find("dialog .button-primary").click();
            assertThat(screen.find(".toast")).isVisible();
            screen.picture("planning-adopted-" + locale);
            screen.assertClean();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void patrolSendsItsPositionAndWorksOffItsTask(String locale, ColorScheme scheme) {
        report("noise", "for the patrol, " + locale, 122.115);
        try (Screen screen = chromium.open(home, locale, 390, 844, scheme)) {
            screen.signInAt("/patrol.html", "patrol");
            Locator task = screen.find(".task").filter(text("for the patrol, " + locale));
            assertThat(task).hasCount(1);
            screen.find("#send").click();
            assertThat(screen.find("#here h2")).isVisible();
            assertThat(screen.find("#here")).containsText(TestTown.micro(1, 2));
            assertThat(screen.find("#queue .status-on-time")).isVisible();
            screen.picture("patrol-" + locale);
            task.locator(".button-primary").click();
            assertThat(screen.find(".toast").last()).isVisible();
            screen.find("#quick-fix summary").click();
            screen.find("#fix-category").selectOption("exposed_rubbish");
            screen.find("#fix-found").fill("a bag");
            screen.find("#fix-fixed").fill("taken away");
            screen.find("#fix-photo")
                    .setInputFiles(new FilePayload("f.jpg", "image/jpeg", TestPhotos.plain("jpg", 400, 300)));
            screen.find("#quick-fix button[type=submit]").click();
            assertThat(screen.find("#quick-fix[open]")).hasCount(0);
            screen.assertClean();
        }
    }

    @Test
    void patrolKeepsItsPositionWhileThereIsNoNetwork() {
        try (Screen screen = chromium.open(home, "en-GB", 390, 844, ColorScheme.LIGHT)) {
            screen.signInAt("/patrol.html", "patrol");
            assertThat(screen.find("#here h3")).isVisible();
            screen.network(false);
            screen.find("#send").click();
            assertThat(screen.find("#queue")).containsText("1 position waits");
            screen.network(true);
            assertThat(screen.find("#queue .status-on-time")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void aResidentReportsAtANoticeBoardWithLittleToLoad(String locale, ColorScheme scheme) {
        try (Screen screen = chromium.open(home, locale, 390, 844, scheme)) {
            screen.page().navigate("/report.html?board=" + TOKEN);
            assertThat(screen.find(".contact").first()).isVisible();
            assertThat(screen.find(".urgent a")).hasCount(3);
            assertThat(screen.bytesReceived()).isLessThan(REPORT_PAGE_BYTES);
            screen.picture("report-" + locale);
            screen.find(".choice").first().click();
            screen.find("textarea").fill("lamp is out");
            screen.find("button[type=submit]").click();
            assertThat(screen.find(".receipt .number")).isVisible();
            screen.picture("report-done-" + locale);
            screen.assertClean();
        }
    }

    /** By keyboard: each helper's Release, a reason, and Enter on the button below it. */
    private static void releaseHelpers(Screen screen) {
        Locator release = screen.find("[data-task-action=RELEASE]");
        int open = release.count();
        for (int left = open; left > 0; left--) {
            release.first().focus();
            screen.press("Enter");
            screen.find(".detail-part textarea[name=reason]").fill("not needed");
            screen.press("Tab", "Enter");
            assertThat(release).hasCount(left - 1);
        }
    }

    private static Locator action(Screen screen, String action) {
        return screen.find("#detail [data-action=" + action + "]:not([aria-disabled])");
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
