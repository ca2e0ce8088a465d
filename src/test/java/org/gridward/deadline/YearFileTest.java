package org.gridward.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.deadline.TestCalendars.SHANGHAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notices of 2025 and 2026 as they were announced, an example of 2027, and what is no notice. */
class YearFileTest {

    private static final Path FILES = Path.of("src/test/resources/calendar");

    static String file(String name) {
        try {
            return Files.readString(FILES.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @ParameterizedTest(name = "{0}: {1} days off, {2} made up, {3} working days")
    @CsvSource({"2025, 28, 5, 248", "2026, 33, 6, 248", "2027, 27, 5, 249"})
    void readsTheYears(int year, int off, int madeUp, int working) {
        YearTable table = YearFile.parse(year, file(year == 2027 ? "2027-example" : String.valueOf(year)), null);
        assertThat(table.days()).filteredOn(day -> !day.working()).hasSize(off);
        assertThat(table.days()).filteredOn(YearTable.Day::working).hasSize(madeUp);
        WorkCalendar calendar = calendar(table);
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
                .filteredOn(calendar::isWorking)
                .hasSize(working);
    }

    @Test
    void aSundayThatIsMadeUpIsAWorkingDay() {
        WorkCalendar calendar = calendar(YearFile.parse(2026, file("2026"), null));
        assertThat(calendar.isWorking(LocalDate.parse("2026-09-20"))).isTrue();
        assertThat(calendar.isWorking(LocalDate.parse("2026-09-19"))).isFalse();
        assertThat(calendar.isWorking(LocalDate.parse("2026-09-25"))).isFalse();
        assertThat(calendar.isWorking(LocalDate.parse("2026-10-08"))).isTrue();
    }

    @Test
    void readsTheSameFromCsv() {
        YearTable json = YearFile.parse(2026, file("2026"), null);
        String csv = "\uFEFFdate,working,name\r\n"
                + json.days().stream()
                        .map(day -> day.date() + "," + day.working() + "," + day.nameZh())
                        .collect(Collectors.joining("\r\n"));
        assertThat(YearFile.parse(2026, csv, "notice").days()).isEqualTo(json.days());
    }

    @Test
    void aYearThatWasNotAnnouncedIsNotLoaded() {
        refused(2027, "{\"year\": 2027, \"papers\": [], \"days\": []}", "which notice");
        refused(2027, "{\"year\": 2027, \"papers\": [\"x\"], \"days\": []}", "names no day");
        refused(2027, file("2026"), "is of 2026, not of 2027");
        refused(2026, file("2026").replace("\"2026-10-01\"", "\"2026-11-01\""), "2026-10-01 is no day off");
    }

    @Test
    void localAndMemorialDaysAreNoHolidays() {
        String withLocal = file("2026").replaceFirst("\"元旦\"", "\"渔民节\"");
        refused(2026, withLocal, "渔民节");
        refused(2026, file("2026").replaceFirst("\"元旦\"", "\"妇女节\""), "妇女节");
    }

    @Test
    void daysOffAndDaysWorkedAreNotMixedUp() {
        refused(
                2026,
                file("2026").replace("\"2026-10-02\", \"isOffDay\": true", "\"2026-10-02\", \"isOffDay\": false"),
                "FRIDAY");
        refused(2026, file("2026").replace("\"2026-10-02\"", "\"2026-10-03\""), "named twice");
        refused(2026, file("2026").replace("\"2026-10-02\"", "\"2028-10-02\""), "no day of 2026");
        refused(2026, file("2026").replace("\"2026-10-02\"", "\"2026-13-02\""), "no date");
        refused(2026, file("2026").replaceFirst("true", "\"yes\""), "isOffDay");
    }

    @Test
    void whatIsNoFileIsRefused() {
        for (String text :
                List.of("", "{", "[1]", "a,b\n1,2", "date,working,name\n2026-10-01,perhaps,国庆节", "\u0000\u0001")) {
            assertThatThrownBy(() -> YearFile.parse(2026, text, "x")).as(text).isInstanceOf(Problem.class);
        }
    }

    private static void refused(int year, String text, String why) {
        assertThatThrownBy(() -> YearFile.parse(year, text, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(why);
    }

    private static WorkCalendar calendar(YearTable table) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        table.days().forEach(day -> days.put(day.date(), day.working()));
        return new WorkCalendar(SHANGHAI, days, Set.of(table.year()));
    }
}
