package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The public page with photos and without a network, the list of held reports, the evidence of a case: in a real browser. */
@GridwardIT
@TestPropertySource(properties = "own-database=EvidenceScreens")
class EvidenceScreensIT {

    private static final String TOKEN = "evidence-board-1";
    private static final String DEVICE = "the-phone-of-this-test";
    private static final String PAYLOAD = "<img src=x onerror=\"window.pwned=1\">";
    private static final int PAGE_BYTES = 60 * 1024;

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    private TestApi api;
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
        api = TestApi.of(context);
        home = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        Places places = context.getBean(Places.class);
        if (places.find("E-1").isEmpty()) {
            context.getBean(Teams.class).load(TestTeams.all());
            context.getBean(JdbcClient.class)
                    .sql(new ClassPathResource("scenario/small_base_map.sql")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .update();
            for (int i = 1; i <= 3; i++) {
                places.create(new NewPlace(
                        "E-" + i,
                        "notice-board",
                        i + "号公示牌",
                        "Board " + i,
                        122.105,
                        30.025,
                        Map.of("token", "evidence-board-" + i)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT,1号公示牌", "en-GB,DARK,Board 1"})
    void aResidentReportsWithAPhotoAndFollowsTheCase(
            String locale, ColorScheme scheme, String name, @TempDir Path folder) throws Exception {
        Path photo = Files.write(folder.resolve("leak.jpg"), TestPhotos.withExif(900, 700, 1));
        try (Screen screen = chromium.open(home, locale, 390, 844, scheme)) {
            screen.page().navigate("/report.html?board=" + TOKEN);
            assertThat(screen.find(".board")).containsText(name);
            assertThat(screen.find(".urgent a")).hasCount(3);
            assertThat(screen.find(".choice .icon").first()).isVisible();
            assertThat(screen.bytesReceived()).isLessThan(PAGE_BYTES);
            screen.find(".choice").first().click();
            screen.find("textarea").fill("third floor, " + locale);
            screen.find("input[name=name]").fill("张");
            screen.find("#photos").setInputFiles(photo);
            assertThat(screen.find(".photos img")).hasCount(1);
            screen.picture("report-photo-" + locale);
            screen.find("button[type=submit]").click();
            assertThat(screen.find(".receipt .number")).isVisible();
            assertThat(screen.find(".photo-line")).containsText(locale.equals("zh-CN") ? "已收到" : "have arrived");
            assertThat(screen.find(".status-link"))
                    .hasAttribute("href", java.util.regex.Pattern.compile("/s/[A-Za-z0-9]{20,}"));
            screen.picture("report-photo-done-" + locale);
            screen.assertClean();
        }
    }

    @Test
    void withoutANetworkNothingThatWasTypedIsLost() {
        try (Screen screen = chromium.open(home, "en-GB", 390, 844, ColorScheme.LIGHT)) {
            screen.page().navigate("/report.html?board=evidence-board-2");
            screen.find(".choice").nth(1).click();
            screen.find("textarea").fill("typed in the lift");
            screen.find("input[name=phone]").fill("13900000000");
            screen.network(false);
            screen.find("button[type=submit]").click();
            assertThat(screen.find(".problem")).containsText("kept on this phone");
            assertThat(screen.find("textarea")).hasValue("typed in the lift");
            screen.network(true);
            screen.page().reload();
            assertThat(screen.find("textarea")).hasValue("typed in the lift");
            assertThat(screen.find("input[name=phone]")).hasValue("13900000000");
            assertThat(screen.find("input[name=category]:checked")).hasCount(1);
            screen.find("button[type=submit]").click();
            assertThat(screen.find(".receipt .number")).isVisible();
            screen.page().reload();
            assertThat(screen.find("textarea")).hasValue("");
        }
    }

    @Test
    void aReportOverTheLimitIsHeldAndADispatcherMakesACaseOfIt() {
        for (int i = 0; i < 6; i++) {
            assertThat(api.post(
                                    "/api/v1/public/boards/evidence-board-3/reports",
                                    Map.of("category", "noise", "description", "one of many"),
                                    "Device",
                                    DEVICE)
                            .status())
                    .isEqualTo(201);
        }
        try (Screen phone = chromium.open(home, "en-GB", 390, 844, ColorScheme.LIGHT);
                Screen desk = chromium.open(home, "zh-CN", 1366, 768, ColorScheme.LIGHT)) {
            phone.page().navigate("/report.html?board=evidence-board-3");
            phone.page().evaluate("localStorage.setItem('gridward.device', '" + DEVICE + "')");
            phone.find(".choice").first().click();
            phone.find("textarea").fill(PAYLOAD);
            phone.find("button[type=submit]").click();
            assertThat(phone.find(".held-calls a")).hasCount(4);
            phone.picture("report-held-en");

            desk.signInAt("/quarantine.html", "dispatcher");
            Locator held = desk.find(".quarantine-list tr").filter(new Locator.FilterOptions().setHasText("onerror"));
            assertThat(held).hasCount(1);
            assertThat(held).containsText(PAYLOAD);
            desk.picture("quarantine-zh-CN");
            held.locator(".button-primary").click();
            assertThat(desk.find(".toast").last()).isVisible();
            assertThat(held).hasCount(0);
            assertThat(desk.page().evaluate("window.pwned")).isNull();
            phone.assertClean();
            desk.assertClean();
        }
    }

    @Test
    void aReplacedCodeSaysWhatToDo() {
        assertThat(api.as("planner")
                        .post("/api/v1/boards/E-2/codes", Map.of("reason", "torn"))
                        .status())
                .isEqualTo(201);
        try (Screen screen = chromium.open(home, "zh-CN", 390, 844, ColorScheme.LIGHT)) {
            screen.page().navigate("/report.html?board=evidence-board-2");
            assertThat(screen.find(".problem")).containsText("12345");
            assertThat(screen.find(".problem")).containsText("换新");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
    void theConsoleShowsPhotosAndTheVerdictOnPresence(String locale, ColorScheme scheme) {
        TestApi.Answer reported = api.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "evidence, " + locale,
                                "location",
                                Map.of("lon", 122.105, "lat", 30.025)));
        String id = reported.json().path("id").asString();
        org.gridward.TestLife.act(api.as("patrol"), id, "ACCEPT");
        org.gridward.TestLife.act(api.as("patrol"), id, "ARRIVE");
        for (String query :
                new String[] {"?purpose=BEFORE&lon=122.105&lat=30.025", "?purpose=AFTER&lon=122.12&lat=30.025"}) {
            assertThat(api.as("patrol")
                            .send(
                                    "POST",
                                    "/api/v1/incidents/" + id + "/photos" + query,
                                    TestPhotos.plain("jpg", 300, 200),
                                    "Content-Type",
                                    "image/jpeg")
                            .status())
                    .isEqualTo(201);
        }
        try (Screen screen = chromium.open(home, locale, 1366, 900, scheme)) {
            screen.signInAt("/", "dispatcher");
            screen.find(".row")
                    .filter(new Locator.FilterOptions().setHasText("evidence, " + locale))
                    .first()
                    .click();
            assertThat(screen.find("#detail .evidence-photos img")).hasCount(2);
            assertThat(screen.find("#detail .evidence-photos .status-overdue")).hasCount(1);
            assertThat(screen.find("#detail [data-verdict=NO_TRACK]")).isVisible();
            screen.page().evaluate("document.querySelector('#detail .evidence-photos').scrollIntoView()");
            screen.picture("console-evidence-" + locale);
            screen.assertClean();
        }
    }
}
