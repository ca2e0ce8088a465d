package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.NewGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * D04: forty hostile texts through every text field of the API that reaches a screen; then every page is opened. Nothing runs,
 * nothing is asked of another server, the policy of the page has nothing to complain about, and what was written is read
 * as it was written.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=hostile_texts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class D04_HostileTextsIT {

    private static final int LEAST_ACCEPTED = 36;

    private static final List<List<Double>> SQUARE = List.of(
            List.of(122.104, 30.011),
            List.of(122.106, 30.011),
            List.of(122.106, 30.013),
            List.of(122.104, 30.013),
            List.of(122.104, 30.011));

    private Chromium chromium;
    private List<String> texts;
    private ShownTown town;
    private String firstCase;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    void writeEverywhere() throws IOException {
        chromium = new Chromium();
        texts = new ClassPathResource("scenario/hostile_texts.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(texts).hasSize(40);
        town = ShownTown.of(context);
        nameGrids();
        firstCase = town.report("noise", "the case that everything is written on", 122.115, 30.015);
        Map<String, BiFunction<String, Integer, TestApi.Answer>> fields = fields();
        fields.forEach((field, write) -> {
            List<String> refused = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                TestApi.Answer answer = write.apply(texts.get(i), i);
                assertThat(answer.status())
                        .as(field + ": " + texts.get(i) + answer.body())
                        .isLessThan(500);
                if (answer.status() >= 300) {
                    refused.add(texts.get(i) + " " + answer.status() + " " + answer.body());
                }
            }
            assertThat(texts.size() - refused.size())
                    .as(field + " took too few: " + refused)
                    .isGreaterThanOrEqualTo(LEAST_ACCEPTED);
        });
    }

    /** A new edition of the micro-grids, each named by one of the texts. */
    private void nameGrids() {
        List<NewGrid> grids = new ArrayList<>();
        for (NewGrid grid : TestTown.microGrids()) {
            String name = texts.get(grids.size());
            grids.add(new NewGrid(
                    grid.code(), name, name, grid.parentCode(), grid.households(), grid.shape(), grid.attributes()));
        }
        context.getBean(Editions.class)
                .adopt(
                        new AdoptEdition(
                                "micro-grid",
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                grids,
                                Optional.empty(),
                                texts.get(1)),
                        "test");
    }

    private Map<String, BiFunction<String, Integer, TestApi.Answer>> fields() {
        TestApi planner = TestApi.of(context).as("planner");
        TestApi nobody = TestApi.of(context);
        TestApi desk = town.dispatcher;
        Map<String, BiFunction<String, Integer, TestApi.Answer>> fields = new LinkedHashMap<>();
        fields.put("description of a report", (text, i) -> desk.post("/api/v1/incidents", report(text, text, i)));
        fields.put(
                "report at a board",
                (text, i) -> nobody.post(
                        "/api/v1/public/boards/" + ShownTown.BOARD + "/reports",
                        Map.of("category", "noise", "description", text),
                        "Device",
                        "device-of-" + i));
        fields.put(
                "note",
                (text, i) -> desk.post(
                        "/api/v1/incidents/" + firstCase + "/actions",
                        Map.of("action", "NOTE", "note", text),
                        "If-Match",
                        desk.get("/api/v1/incidents/" + firstCase).header("ETag")));
        fields.put(
                "progress",
                (text, i) -> desk.post("/api/v1/incidents/" + firstCase + "/progress", Map.of("zh", text, "en", text)));
        fields.put(
                "name of a unit",
                (text, i) -> desk.sendText(
                        "PUT",
                        "/api/v1/units/H-" + i,
                        "application/json",
                        json(Map.of("nameZh", text, "nameEn", text, "kind", "foot"))));
        fields.put(
                "name of a wall",
                (text, i) -> desk.post(
                        "/api/v1/wall-tokens", Map.of("name", text.length() > 80 ? text.substring(0, 80) : text)));
        fields.put(
                "place",
                (text, i) -> desk.post(
                        "/api/v1/places",
                        Map.of(
                                "code",
                                "hostile-" + i,
                                "kind",
                                "shop",
                                "nameZh",
                                text,
                                "nameEn",
                                text,
                                "lon",
                                122.105,
                                "lat",
                                30.012)));
        fields.put("broadcast", (text, i) -> desk.post("/api/v1/broadcasts", broadcast(text)));
        fields.put(
                "member of a team",
                (text, i) -> planner.post(
                        "/api/v1/teams/grid/33099900100101/members",
                        Map.of(
                                "change",
                                "APPOINT",
                                "role",
                                "GRID_HELPER",
                                "labelZh",
                                text,
                                "labelEn",
                                text,
                                "phone",
                                "0580-" + (1000000 + i))));
        return fields;
    }

    private static Map<String, Object> report(String description, String reporter, int i) {
        return Map.of(
                "category",
                "noise",
                "description",
                description,
                "channel",
                "HOTLINE",
                "reporter",
                Map.of("name", reporter.length() > 60 ? reporter.substring(0, 60) : reporter, "phone", "0580-7654321"),
                "location",
                Map.of("lon", 122.102 + i % 8 * 0.004, "lat", 30.002 + i / 8 * 0.006));
    }

    private static Map<String, Object> broadcast(String text) {
        String title = text.length() > 60 ? text.substring(0, 60) : text;
        return Map.of(
                "titleZh",
                title,
                "titleEn",
                title,
                "textZh",
                text,
                "textEn",
                text,
                "validFrom",
                Instant.now().plus(1, ChronoUnit.MINUTES).toString(),
                "validUntil",
                Instant.now().plus(4, ChronoUnit.HOURS).toString(),
                "areas",
                List.of(Map.of("type", "Polygon", "coordinates", List.of(SQUARE))));
    }

    private static String json(Map<String, ?> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void nothingRunsOnAnyPageAndTheTextsAreReadAsWritten() {
        try (Screen screen = chromium.open(town.home, "en-GB", 1366, 768, ColorScheme.LIGHT)) {
            screen.page().addInitScript("""
                    window.policy = [];
                    document.addEventListener('securitypolicyviolation', (event) => window.policy.push(event.violatedDirective));""");
            screen.signInAt("/clocks.html", "dispatcher");
            for (Shown shown : Shown.values()) {
                shown.open(screen, null);
                harmless(screen, shown.toString());
            }
            Shown.QUEUE.open(screen, null);
            screen.page().setViewportSize(1366, 4000);
            Locator folded = screen.find(".heading[aria-expanded=false]");
            while (folded.count() > 0) {
                folded.first().click();
            }
            for (String text : List.of(texts.get(0), texts.get(1), texts.get(26))) {
                assertThat(screen.find(".row")
                                .filter(new Locator.FilterOptions().setHasText(text))
                                .first())
                        .isVisible();
            }
            screen.page().setViewportSize(1366, 768);
            screen.page().navigate("/clocks.html");
            screen.page().navigate("/#incident=" + firstCase);
            assertThat(screen.find("#detail .timeline")).isVisible();
            String read = screen.find("#detail").innerText();
            assertThat(texts)
                    .as("notes that are read as written")
                    .anyMatch(text -> text.contains("<") && read.contains(text));
            harmless(screen, "the case with every note");
            for (String key : List.of("2", "3", "4", "/")) {
                screen.press("Escape", key);
                harmless(screen, "key " + key);
            }
            screen.page().navigate("/contacts.html");
            screen.page().navigate("/api/v1/contact-lists/print?grid=330999001&lang=zh");
            assertThat(screen.find("body")).containsText(texts.get(0));
            harmless(screen, "the list on paper");
            screen.page().navigate("/report.html?board=" + ShownTown.BOARD);
            assertThat(screen.find("button").first()).isVisible();
            harmless(screen, "the page of the board");
            screen.assertClean();
        }
    }

    private static void harmless(Screen screen, String where) {
        assertThat(screen.page().evaluate("window.pwned")).as(where).isNull();
        assertThat(screen.page().evaluate("(window.policy ?? []).join(' ')"))
                .as(where)
                .isEqualTo("");
        assertThat(screen.find("main script, main iframe, main base, main meta, main style"))
                .hasCount(0);
    }
}
