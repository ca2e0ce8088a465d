package org.gridward.deadline;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridward.deadline.YearTable.Day;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a year's table: JSON {@code {"year", "papers": [source], "days": [{"name", "date", "isOffDay"}]}} as the open
 * holiday data sets write it, or CSV with a header of date, working (true or false) and name. Refuses what no notice of the
 * State Council says: days of other years or names, a weekday to be "made up", a year without its fixed holidays.
 */
final class YearFile {

    private static final Map<String, String> NAMES = Map.of(
            "元旦", "New Year",
            "春节", "Spring Festival",
            "清明节", "Qingming",
            "劳动节", "Labour Day",
            "端午节", "Dragon Boat Festival",
            "中秋节", "Mid-Autumn",
            "国庆节", "National Day",
            "抗战胜利纪念日", "Victory Day");

    private static final List<String> FIXED = List.of("-01-01", "-05-01", "-10-01");

    private YearFile() {}

    /**
     * @param source where it was said; null: what the file names
     * @throws Problem 422 naming what is wrong with which day
     */
    static YearTable parse(int year, String text, String source) {
        String content = text == null ? "" : text.strip();
        if (content.isEmpty()) {
            throw fault("The file is empty.", "", Fault.MISSING);
        }
        YearTable table = content.startsWith("{") ? json(year, content, source) : csv(year, content, source);
        if (table.source() == null || table.source().isBlank()) {
            throw fault(
                    "It is not said which notice this is; give source, or papers in the file.",
                    "/source",
                    Fault.MISSING);
        }
        if (table.days().isEmpty()) {
            throw fault(
                    "The table of " + year + " names no day; a year is loaded when its notice is out.",
                    "/days",
                    Fault.MISSING);
        }
        check(table);
        return table;
    }

    private static YearTable json(int year, String text, String source) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException unreadable) {
            throw fault("The file is no JSON: " + unreadable.getOriginalMessage(), "", Fault.UNREADABLE);
        }
        if (root.path("year").asInt(year) != year) {
            throw fault(
                    "The file is of " + root.path("year").asInt() + ", not of " + year + ".", "/year", Fault.UNLIKE);
        }
        List<Day> days = new ArrayList<>();
        for (JsonNode day : root.path("days")) {
            String at = "/days/" + days.size();
            JsonNode off = day.path("isOffDay");
            if (!off.isBoolean()) {
                throw fault(
                        "isOffDay of day " + days.size() + " is neither true nor false.",
                        at + "/isOffDay",
                        Fault.CHOICE);
            }
            days.add(day(
                    day.path("date").asString(""),
                    !off.booleanValue(),
                    day.path("name").asString(""),
                    at));
        }
        String papers = root.path("papers")
                .valueStream()
                .map(paper -> paper.asString(""))
                .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
        return new YearTable(year, source == null || source.isBlank() ? papers : source, sorted(days));
    }

    private static YearTable csv(int year, String text, String source) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Day> days = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.replace("\uFEFF", "")), format)) {
            if (!parser.getHeaderMap().keySet().containsAll(List.of("date", "working", "name"))) {
                throw fault("The first line must name the columns date, working and name.", "", Fault.UNREADABLE);
            }
            for (CSVRecord row : parser) {
                String at = "/days/" + days.size();
                String working = row.isConsistent() ? row.get("working") : "";
                if (!working.equals("true") && !working.equals("false")) {
                    throw fault(
                            "Line " + parser.getCurrentLineNumber() + ": working is neither true nor false.",
                            at,
                            Fault.CHOICE);
                }
                days.add(day(row.get("date"), working.equals("true"), row.get("name"), at));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw fault("The file is no CSV: " + unreadable.getMessage(), "", Fault.UNREADABLE);
        }
        return new YearTable(year, source, sorted(days));
    }

    private static Day day(String date, boolean working, String name, String at) {
        try {
            return new Day(LocalDate.parse(date), working, name.strip(), english(name.strip(), at));
        } catch (DateTimeException unreadable) {
            throw fault("'" + date + "' is no date such as 2026-10-01.", at + "/date", Fault.UNREADABLE);
        }
    }

    private static String english(String name, String at) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace("调休", "").split("[、，, ]+")) {
            String known = NAMES.get(part.replaceAll("(（.*）|假期)$", ""));
            if (known == null) {
                throw fault(
                        "'" + name
                                + "' is no holiday of the whole country; local and memorial days do not move limits.",
                        at + "/name",
                        Fault.UNKNOWN);
            }
            parts.add(known);
        }
        return String.join(" and ", parts);
    }

    private static void check(YearTable table) {
        Map<LocalDate, Integer> seen = new HashMap<>();
        for (int i = 0; i < table.days().size(); i++) {
            Day day = table.days().get(i);
            String at = "/days/" + i;
            LocalDate first = LocalDate.of(table.year() - 1, 12, 1);
            if (day.date().isBefore(first) || day.date().isAfter(LocalDate.of(table.year() + 1, 1, 31))) {
                throw fault(day.date() + " is no day of " + table.year() + ".", at + "/date", Fault.UNLIKE);
            }
            if (seen.put(day.date(), i) != null) {
                throw fault(day.date() + " is named twice.", at + "/date", Fault.TWICE);
            }
            if (day.working() && !WorkCalendar.isWeekend(day.date())) {
                throw fault(
                        day.date() + " is a " + day.date().getDayOfWeek()
                                + ", worked anyway: only a Saturday or Sunday is made up. Are days off and days worked"
                                + " mixed up?",
                        at + "/isOffDay",
                        Fault.WEEKEND);
            }
        }
        for (String fixed : FIXED) {
            LocalDate date = LocalDate.parse(table.year() + fixed);
            if (table.days().stream().noneMatch(day -> day.date().equals(date) && !day.working())) {
                throw fault(
                        date + " is no day off in this table; a whole year is loaded at a time.",
                        "/days",
                        Fault.WHOLE_YEAR);
            }
        }
    }

    private static List<Day> sorted(List<Day> days) {
        return days.stream().sorted(Comparator.comparing(Day::date)).toList();
    }

    private static Problem fault(String what, String pointer, Fault fault) {
        return Problem.unprocessable("calendar-table", what).with(pointer, fault, what);
    }
}
