package org.gridward.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.responsibility.ContactFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The list of contacts on paper holds everybody, says who is there, and is on disk for the day when the server is down. */
@GridwardIT
@TestPropertySource(properties = "own-database=every_screen")
class ContactListIT {

    private static final String TOWN = "330999001";
    private static final String GRID = "33099900100101";

    @Autowired
    private ApplicationContext context;

    private ShownTown town;

    @BeforeEach
    void fillTown() {
        town = ShownTown.of(context);
    }

    @Test
    void aTownsListHoldsEveryPersonOfEveryLevel() {
        TestApi.Answer list = town.dispatcher.get("/api/v1/contact-lists?grid=" + TOWN);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.json().path("revision").asLong()).isPositive();
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 4; y++) {
                assertThat(list.body()).contains("微网格长 " + TestTown.micro(x, y));
            }
        }
        String page = page(TOWN, "zh");
        assertThat(page.split("<tr class=\"(there|away)\">", -1))
                .as("4 grids of 4, 16 of 2")
                .hasSize(1 + 4 * 4 + 16 * 2);
        assertThat(page).contains("110", "119", "120", "12345", "名册版本", "0580-0000000");
        assertThat(page(TOWN, "en")).contains("Grid head " + GRID).contains("Roster version");
        assertThat(context.getBean(JdbcClient.class)
                        .sql(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'CONTACTS_READ' AND actor = 'dispatcher'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void whoIsAbsentHasADeputyOrNobody() {
        TestApi planner = TestApi.of(context).as("planner");
        String team = "/api/v1/teams/grid/" + GRID;
        assertThat(planner.post(
                                team + "/absences",
                                Map.of("role", "GRID_HEAD", "label", "网格长 " + GRID, "reason", "LEAVE"))
                        .status())
                .isEqualTo(201);
        assertThat(page(GRID, "zh")).contains("✕ 不在岗").contains("无人");
        assertThat(planner.post(
                                team + "/deputies",
                                Map.of(
                                        "role",
                                        "GRID_HEAD",
                                        "label",
                                        "网格长 " + GRID,
                                        "rank",
                                        1,
                                        "deputyLayer",
                                        "grid",
                                        "deputyGrid",
                                        GRID,
                                        "deputyRole",
                                        "GRID_WORKER",
                                        "deputyLabel",
                                        "网格员 " + GRID))
                        .status())
                .isEqualTo(201);
        assertThat(page(GRID, "zh")).contains("<td>网格员 " + GRID + " 0580-0000000</td>");
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        assertThat(town.dispatcher.get("/api/v1/contact-lists?grid=nowhere").problem())
                .isEqualTo("unknown-grid");
        assertThat(town.dispatcher
                        .get("/api/v1/contact-lists/print?grid=" + TOWN + "&lang=fr")
                        .problem())
                .isEqualTo("unknown-language");
    }

    @Test
    void theDaysListsLieOnDiskAsAWhole() throws IOException {
        ContactFiles files = context.getBean(ContactFiles.class);
        Path day = files.write();
        List<String> names;
        try (Stream<Path> found = Files.list(day)) {
            names = found.map(path -> path.getFileName().toString()).sorted().toList();
        }
        assertThat(names).containsExactly(TOWN + ".en.html", TOWN + ".zh.html", "paper.css");
        assertThat(Files.readString(day.resolve(TOWN + ".zh.html"), StandardCharsets.UTF_8))
                .contains("微网格长 " + TestTown.micro(0, 0))
                .contains("href=\"paper.css\"");
        assertThat(Files.readString(day.resolve("paper.css"))).contains("size: a4");
        assertThat(files.write()).as("once a day").isEqualTo(day);
        try (Stream<Path> left = Files.list(day.getParent())) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("making-")))
                    .isEmpty();
        }
    }

    @Test
    void thePaperIsA4AndTornBetweenPeopleOnly() throws IOException {
        try (Chromium chromium = new Chromium();
                Screen screen = chromium.open(town.home, "zh-CN", 1366, 768, ColorScheme.DARK)) {
            screen.signInAt("/contacts.html", "dispatcher");
            assertThat(screen.find("#streets tbody tr")).hasCount(1);
            screen.picture("contacts");
            screen.page().navigate("/api/v1/contact-lists/print?grid=" + TOWN + "&lang=zh");
            assertThat(screen.find("section h2")).hasCount(2);
            Path paper = Path.of("target", "screenshots", "contacts.pdf");
            Files.createDirectories(paper.getParent());
            screen.page().pdf(new Page.PdfOptions().setPath(paper).setPreferCSSPageSize(true));
            String pdf = Files.readString(paper, StandardCharsets.ISO_8859_1);
            assertThat(pdf).as("A4, in points").containsPattern("/MediaBox ?\\[ ?0 0 59[45](\\.\\d+)? 84[12]");
            assertThat(pdf.split("/Type /Page\\b", -1).length - 1).isGreaterThanOrEqualTo(2);
            screen.assertClean();
        }
    }

    private String page(String grid, String language) {
        TestApi.Answer page = town.dispatcher.get("/api/v1/contact-lists/print?grid=" + grid + "&lang=" + language);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }
}
