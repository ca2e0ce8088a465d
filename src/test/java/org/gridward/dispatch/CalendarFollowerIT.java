package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.dispatch.ClockTown.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi.Answer;
import org.gridward.deadline.Deadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calendars and profiles over HTTP: what is loaded, what is provisional, and what a new year or version does to open cases. */
@GridwardIT
@TestPropertySource(properties = "own-database=CalendarFollowerIT")
class CalendarFollowerIT {

    private static final Path FILES = Path.of("src/test/resources/calendar");

    @Autowired
    ApplicationContext context;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CalendarFollower follower;

    private ClockTown town;

    @BeforeEach
    void town() {
        town = new ClockTown(context);
    }

    @Test
    void theTablesThatComeWithTheProductAreTheNotices() throws IOException {
        for (int year : new int[] {2025, 2026}) {
            JsonNode golden = JsonMapper.shared().readTree(Files.readString(FILES.resolve(year + ".json")));
            JsonNode served =
                    town.api.as("patrol").get("/api/v1/calendars/" + year).json();
            assertThat(served.path("provisional").asBoolean()).isFalse();
            assertThat(served.path("days")
                            .valueStream()
                            .map(day -> day.path("date").asString() + " "
                                    + !day.path("working").asBoolean()))
                    .containsExactlyElementsOf(golden.path("days")
                            .valueStream()
                            .map(day -> day.path("date").asString() + " "
                                    + day.path("isOffDay").asBoolean())
                            .toList());
        }
        assertThat(town.api
                        .as("patrol")
                        .get("/api/v1/calendars/2040")
                        .json()
                        .path("provisional")
                        .asBoolean())
                .isTrue();
    }

    /** One test, since a year is loaded once: before it provisional, afterwards counted again and told. */
    @Test
    void aYearThatIsLoadedMovesOpenDeadlinesAndTellsIt() throws IOException {
        assertThat(deadlines.provisional(Instant.parse("2027-01-05T00:00:00Z"))).isTrue();
        Instant started = Instant.parse("2027-01-28T02:00:00Z");
        String id = town.reportId("noise");
        Instant before = deadlines.due(5, "WORKING_DAYS", started);
        assertThat(before).isEqualTo(Instant.parse("2027-02-04T02:00:00Z"));
        town.jdbc
                .sql("UPDATE dispatch.deadlines SET started_at = :start::timestamptz, anchor_at = :start::timestamptz,"
                        + " due = :due::timestamptz, provisional = true WHERE incident_id = :id::uuid")
                .param("start", started.toString())
                .param("due", before.toString())
                .param("id", id)
                .update();
        String parked = town.reportId("noise");

        String empty = "{\"year\": 2027, \"papers\": [], \"days\": []}";
        assertThat(load("planner", empty).status()).isEqualTo(422);
        assertThat(load("dispatcher", empty).status()).isEqualTo(403);
        String file = Files.readString(FILES.resolve("2027-example.json"));
        Answer loaded = load("planner", file);
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(201);
        assertThat(loaded.json().path("version").asInt()).isEqualTo(1);
        assertThat(load("planner", file).json().path("version").asInt())
                .as("the same days again change nothing")
                .isEqualTo(1);

        until(() -> town.timeline(id, "DEADLINE_MOVED") == 1, follower::follow);
        follower.follow();
        assertThat(town.timeline(id, "DEADLINE_MOVED")).isEqualTo(1);
        JsonNode moved = town.deadline(id, "CLOSE");
        assertThat(moved.path("provisional").asBoolean()).isFalse();
        assertThat(Instant.parse(moved.path("due").asString()))
                .as("30 January is made up")
                .isEqualTo(Instant.parse("2027-02-03T02:00:00Z"));
        assertThat(Instant.parse(town.read(id).path("nextDue").asString()))
                .isEqualTo(Instant.parse("2027-02-03T02:00:00Z"));
        assertThat(town.timeline(parked, "DEADLINE_MOVED")).as("not touched").isZero();
        JsonNode change = town.api
                .as("patrol")
                .get("/api/v1/incidents/" + id + "/deadlines")
                .json()
                .path("changes")
                .get(0);
        assertThat(change.path("cause").asString()).isEqualTo("CALENDAR");
        assertThat(change.path("provisionalBefore").asBoolean()).isTrue();
        assertThat(town.jdbc
                        .sql(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'CALENDAR_LOADED' AND object = '2027'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(town.told("2027", "CalendarLoaded")).isEqualTo(1);
        assertThat(town.told(id, "IncidentChanged")).isGreaterThanOrEqualTo(1);

        String corrected = file.replace("\"2027-01-30\"", "\"2027-01-31\"");
        assertThat(load("planner", corrected).json().path("version").asInt()).isEqualTo(2);
        assertThat(town.api
                        .as("patrol")
                        .get("/api/v1/calendars")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(table -> table.path("year").asInt() == 2027))
                .as("the first version stays on record")
                .hasSize(2);
    }

    private Answer load(String user, String file) {
        return town.api.as(user).sendText("POST", "/api/v1/calendars/2027", "application/json", file);
    }

    @Test
    void aNewProfileCountsForReportsFromThenOnAndEachDeadlineKeepsItsVersion() {
        String before = town.reportId("noise");
        List<Map<String, Object>> rows = List.of(
                row(1, null, "RESPOND", 20, "MINUTES"),
                row(2, null, "CLOSE", 5, "WORKING_DAYS"),
                row(null, "dirty_road", "CLOSE", 5, "WORKING_HOURS"),
                row(3, null, "PLAN", 14, "DAYS"));
        Map<String, Object> profile = ClockTown.map(
                "nameZh", "济源样例", "nameEn", "Sample limits", "workHours", "08:30-12:00,13:30-17:30", "rows", rows);
        JsonNode looked = town.api
                .as("planner")
                .post("/api/v1/deadline-profiles?dryRun=true", profile)
                .json();
        assertThat(looked.path("examples")).hasSize(4);
        int version = looked.path("profile").path("version").asInt();
        assertThat(town.api
                        .as("dispatcher")
                        .post("/api/v1/deadline-profiles", profile)
                        .status())
                .isEqualTo(403);
        Answer adopted = town.api.as("planner").post("/api/v1/deadline-profiles", profile, "Idempotency-Key", "p1");
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(201);
        assertThat(adopted.json().path("version").asInt()).isEqualTo(version);
        assertThat(town.api
                        .as("planner")
                        .post("/api/v1/deadline-profiles", profile, "Idempotency-Key", "p1")
                        .json())
                .isEqualTo(adopted.json());

        String after = town.reportId("dirty_road");
        assertThat(town.deadline(after, "CLOSE").path("profileVersion").asInt()).isEqualTo(version);
        assertThat(town.deadline(after, "CLOSE").path("unit").asString()).isEqualTo("WORKING_HOURS");
        assertThat(town.deadline(before, "CLOSE").path("profileVersion").asInt())
                .isEqualTo(2);

        Map<String, Object> bad = new java.util.LinkedHashMap<>(profile);
        bad.put("rows", List.of(rows.get(0), row(2, null, "CLOSE", -5, "WORKING_DAYS"), rows.get(3)));
        Answer refused = town.api.as("planner").post("/api/v1/deadline-profiles", bad);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("/rows/1/amount").contains("CLOSE of tier 2");
        bad.put("rows", List.of());
        assertThat(town.api
                        .as("planner")
                        .post("/api/v1/deadline-profiles?dryRun=true", bad)
                        .body())
                .contains("no limit for tier 1");
    }

    private static Map<String, Object> row(Integer tier, String category, String kind, int amount, String unit) {
        return ClockTown.map("tier", tier, "category", category, "kind", kind, "amount", amount, "unit", unit);
    }
}
