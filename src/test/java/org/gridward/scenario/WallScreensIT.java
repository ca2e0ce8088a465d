package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.access.AuditTrail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The screen on the wall: what its link opens and what not, that its figures add up, and that it never looks fresher than it is. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class WallScreensIT {

    private static final String WALL = "/api/v1/public/wall";

    private static Chromium chromium;

    @Autowired
    private ApplicationContext context;

    private ShownTown town;
    private TestApi nobody;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void fillTown() {
        town = ShownTown.of(context);
        nobody = TestApi.of(context);
    }

    private JsonNode make(Map<String, Object> wanted) {
        TestApi.Answer made = town.dispatcher.post("/api/v1/wall-tokens", wanted);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private TestApi.Answer look(JsonNode made, String path) {
        return nobody.get(path, "X-Wall-Token", made.path("secret").asString());
    }

    @Test
    void aLinkOpensTheWallAndNothingElse() {
        JsonNode made = make(Map.of("name", "hall"));
        String secret = made.path("secret").asString();
        assertThat(secret).as("256 bits in base64").hasSize(4 + 43);
        assertThat(look(made, WALL).status()).isEqualTo(200);
        assertThat(look(made, "/api/v1/incidents").status()).isEqualTo(401);
        assertThat(nobody.withToken(secret).get("/api/v1/incidents").status()).isEqualTo(401);
        assertThat(nobody.get(WALL).problem()).isEqualTo("wall-link");
        assertThat(nobody.get(WALL, "X-Wall-Token", secret + "x").status()).isEqualTo(401);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM access.wall_tokens w WHERE w::text LIKE :secret")
                        .param("secret", "%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(town.dispatcher.get("/api/v1/wall-tokens").body()).doesNotContain(secret);
        assertThat(context.getBean(AuditTrail.class).verify().holds()).isTrue();
        assertThat(audited(made, "WALL_LINK_MADE")).isEqualTo(1);
    }

    @Test
    void aRepeatedCreationMakesOneLinkAndDoesNotKeepItsSecret() {
        Map<String, Object> wanted = Map.of("name", "repeated");
        TestApi.Answer first = town.dispatcher.post("/api/v1/wall-tokens", wanted, "Idempotency-Key", "wall-1");
        TestApi.Answer second = town.dispatcher.post("/api/v1/wall-tokens", wanted, "Idempotency-Key", "wall-1");
        assertThat(second.json().path("wall").path("id"))
                .isEqualTo(first.json().path("wall").path("id"));
        assertThat(first.json().path("secret").asString()).startsWith("gww_");
        assertThat(second.json().has("secret")).isFalse();
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        assertThat(problem(Map.of("name", " "))).isEqualTo("wall-name");
        assertThat(problem(Map.of("name", "n".repeat(81)))).isEqualTo("wall-name");
        assertThat(problem(Map.of("name", "past", "endsAt", "2020-01-01T00:00:00+08:00")))
                .isEqualTo("wall-end");
        assertThat(problem(Map.of("name", "odd", "endsAt", "soon"))).isEqualTo("unreadable-time");
        TestApi.addUser(context.getBean(JdbcClient.class), "west", "dispatcher", "330999001001");
        assertThat(nobody.as("west")
                        .post("/api/v1/wall-tokens", Map.of("name", "far", "jurisdiction", "330999001002"))
                        .problem())
                .isEqualTo("wall-jurisdiction");
        assertThat(nobody.as("west")
                        .post("/api/v1/wall-tokens", Map.of("name", "own"))
                        .json()
                        .path("wall")
                        .path("jurisdiction")
                        .asString())
                .isEqualTo("330999001001");
        assertThat(town.dispatcher
                        .send("DELETE", "/api/v1/wall-tokens/00000000-0000-0000-0000-000000000000", null)
                        .problem())
                .isEqualTo("unknown-wall");
    }

    private String problem(Map<String, Object> wanted) {
        return town.dispatcher.post("/api/v1/wall-tokens", wanted).problem();
    }

    @Test
    void theFiguresAddUpAndNameNobody() {
        JsonNode whole = look(make(Map.of("name", "sums")), WALL + "?layer=community&district=330999001001")
                .json();
        for (String figure : new String[] {"open", "overdue", "atRisk", "onTime", "noClock", "waiting", "finished"}) {
            int sum = 0;
            for (JsonNode district : whole.path("districts")) {
                sum += district.path("figures").path(figure).asInt();
            }
            assertThat(whole.path("total").path(figure).asInt()).as(figure).isEqualTo(sum);
        }
        JsonNode total = whole.path("total");
        assertThat(total.path("open").asInt())
                .isGreaterThanOrEqualTo(ShownTown.CASES)
                .isEqualTo(town.dispatcher
                        .get("/api/v1/incidents?state=OPEN&limit=1000")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(sum(total, "overdue", "atRisk", "onTime", "noClock"))
                .isEqualTo(sum(total, "waiting", "underWay", "finished"));
        assertThat(whole.path("chosen").path("marks").size()).isPositive();
        assertThat(whole.toString())
                .doesNotContain("0580-")
                .doesNotContain("shouting")
                .doesNotContain("dispatcher");

        JsonNode west = look(
                        make(Map.of("name", "west only", "jurisdiction", "330999001001")), WALL + "?layer=community")
                .json();
        assertThat(west.path("districts").size()).isEqualTo(1);
        assertThat(west.path("total").path("open").asInt())
                .isPositive()
                .isLessThan(total.path("open").asInt());
        assertThat(look(
                                make(Map.of("name", "west shapes", "jurisdiction", "330999001001")),
                                WALL + "/shapes?layer=community")
                        .json()
                        .path("features")
                        .size())
                .isEqualTo(1);
    }

    private static int sum(JsonNode figures, String... names) {
        int sum = 0;
        for (String name : names) {
            sum += figures.path(name).asInt();
        }
        return sum;
    }

    @Test
    void aLinkEndsByItself() {
        JsonNode made = make(Map.of(
                "name", "brief", "endsAt", Instant.now().plusSeconds(3600).toString()));
        assertThat(look(made, WALL).status()).isEqualTo(200);
        context.getBean(JdbcClient.class)
                .sql(
                        "UPDATE access.wall_tokens SET made_at = made_at - interval '2 h', ends_at = ends_at - interval '2 h'"
                                + " WHERE name = 'brief'")
                .update();
        assertThat(look(made, WALL).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,1920,1080", "en,1920,1080", "zh-CN,3840,2160", "en,3840,2160"})
    void aRevokedWallGoesDarkWithAWord(String language, int width, int height) {
        JsonNode made = make(Map.of("name", "大厅 " + language + width));
        try (Screen screen = chromium.open(town.home, "en-GB", width, height, ColorScheme.LIGHT)) {
            screen.page()
                    .navigate("/wall?layer=micro-grid&lang=" + language + "#t="
                            + made.path("secret").asString());
            assertThat(screen.find(".wall-case")).not().hasCount(0);
            assertThat(screen.find("#strip li")).hasCount(12);
            screen.page().evaluate(LONG_NAME);
            assertThat(screen.find("#stream.status-on-time")).isVisible();
            assertThat(screen.find(".wall-open b")).hasText(open());
            assertThat(screen.find("button, input, select, a[href]")).hasCount(0);
            screen.picture("wall-" + language + "-" + width);
            assertThat(number(screen, SMALLEST))
                    .as("smallest text, in hundredths of the width")
                    .isGreaterThan(1.15);
            assertThat(screen.page().evaluate(CUT).toString()).as("cut off").isEqualTo("[]");
            assertThat(number(screen, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);

            String id = made.path("wall").path("id").asString();
            assertThat(town.dispatcher
                            .send("DELETE", "/api/v1/wall-tokens/" + id, null)
                            .status())
                    .isEqualTo(204);
            assertThat(screen.find("#dark h1")).isVisible();
            assertThat(screen.find("#board")).isHidden();
            assertThat(screen.find(".wall-case")).hasCount(0);
            assertThat(audited(made, "WALL_LINK_REVOKED")).isEqualTo(1);
        }
    }

    private static final String SMALLEST = """
            Math.min(...[...document.querySelectorAll('.wall-head *, #board > :not(.wall-map) *, .wall-district *')]
              .filter((node) => node.checkVisibility() && [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim()))
              .map((node) => parseFloat(getComputedStyle(node).fontSize))) / innerWidth * 100""";

    /** A district whose name is longer than any of the test town. */
    private static final String LONG_NAME = """
            () => { document.querySelector('#strip .wall-strip-name').textContent = 'Saint Wangchao-on-the-River Sub-district'; }""";

    private static final String CUT = """
            JSON.stringify([...document.querySelectorAll('[data-fits], .wall-clock, .wall-stream, .wall-district *, .wall-case-time, .wall-strip-name')]
              .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
              .map((node) => node.textContent))""";

    @Test
    void aWallThatHearsNothingSaysSoAndDistrictsTurn() {
        JsonNode made = make(Map.of("name", "cut off"));
        try (Screen screen = chromium.open(town.home, "en-GB", 1920, 1080, ColorScheme.DARK)) {
            screen.page().clock().install();
            screen.page()
                    .navigate("/wall?layer=community#t=" + made.path("secret").asString());
            assertThat(screen.find("#strip [aria-current] .wall-strip-name")).hasText("Grid 330999001001");
            screen.page().clock().runFor(Duration.ofSeconds(13).toMillis());
            assertThat(screen.find("#strip [aria-current] .wall-strip-name")).hasText("Grid 330999001002");
            screen.network(false);
            screen.page().clock().runFor(Duration.ofSeconds(30).toMillis());
            assertThat(screen.find("#stale")).containsText("NO NEWS FOR 0:");
            assertThat(screen.find("#stream.status-overdue")).isVisible();
            screen.picture("wall-stale");
            screen.network(true);
            screen.page().clock().runFor(Duration.ofSeconds(5).toMillis());
            assertThat(screen.find("#stale")).isHidden();
        }
    }

    @Test
    void aDispatcherMakesAndRevokesALinkOnTheScreen() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.page().addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
            screen.signInAt("/walls.html", "dispatcher");
            screen.find("#wall-name").fill("Lobby <b>left</b>");
            screen.find("#wall-ends").fill("2099-01-01T08:00");
            screen.press("Enter");
            assertThat(screen.find("#made .code")).containsText("/wall?layer=");
            assertThat(screen.find("#list tbody tr").first()).containsText("Lobby <b>left</b>");
            screen.picture("walls");
            screen.button("Copy").click();
            assertThat(screen.find(".toast")).containsText("Copied");
            screen.find("#wall-jurisdiction").focus();
            screen.press("Control+V");
            assertThat(screen.find("#wall-jurisdiction")).hasValue(Pattern.compile("^http.*/wall\\?"));
            screen.find("#wall-jurisdiction").fill("");
            screen.find("#list tbody tr").first().locator("button").click();
            screen.find("#list tbody tr").first().locator("button").click();
            assertThat(screen.find("#list tbody")).containsText("revoked by dispatcher");
            screen.assertClean();
        }
    }

    private String open() {
        return town.dispatcher.get(WALL).json().path("total").path("open").asString();
    }

    private static double number(Screen screen, String script) {
        return ((Number) screen.page().evaluate(script)).doubleValue();
    }

    private int audited(JsonNode made, String action) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM access.audit_events WHERE object = :id AND action = :action")
                .param("id", made.path("wall").path("id").asString())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
