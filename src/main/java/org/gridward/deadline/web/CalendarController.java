package org.gridward.deadline.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.deadline.CalendarDesk;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.Due;
import org.gridward.deadline.LimitUnit;
import org.gridward.deadline.YearTable;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar, year by year, and what it makes of a time limit. */
@RestController
class CalendarController {

    record Day(LocalDate date, boolean working, String nameZh, String nameEn) {

        static Day of(YearTable.Day day) {
            return new Day(day.date(), day.working(), day.nameZh(), day.nameEn());
        }
    }

    /** A year; where it is not loaded: provisional, the plain week, no version and no source. */
    record Year(
            int year,
            boolean provisional,
            Integer version,
            String source,
            String sha256,
            String loadedBy,
            Instant loadedAt,
            List<Day> days) {}

    record Counted(
            int amount,
            LimitUnit unit,
            Instant start,
            Instant due,
            Instant warnAt,
            boolean provisional,
            int profileVersion) {}

    private final CalendarDesk desk;
    private final Deadlines deadlines;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    CalendarController(
            CalendarDesk desk, Deadlines deadlines, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping("/api/v1/calendars")
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        desk.list(), table -> table.year() + " " + table.version(), limit, cursor, "/api/v1/calendars")
                .body(table -> table);
    }

    @GetMapping("/api/v1/calendars/{year}")
    Year year(@PathVariable int year) {
        Optional<CalendarDesk.Loaded> loaded = desk.find(year);
        return new Year(
                year,
                loaded.isEmpty(),
                loaded.map(CalendarDesk.Loaded::version).orElse(null),
                loaded.map(CalendarDesk.Loaded::source).orElse(null),
                loaded.map(CalendarDesk.Loaded::sha256).orElse(null),
                loaded.map(CalendarDesk.Loaded::loadedBy).orElse(null),
                loaded.map(CalendarDesk.Loaded::loadedAt).orElse(null),
                desk.days(year).stream().map(Day::of).toList());
    }

    /** Takes the file as it is: JSON or CSV. */
    @PostMapping("/api/v1/calendars/{year}")
    ResponseEntity<?> load(
            @PathVariable int year,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(required = false) String source,
            @RequestBody byte[] file) {
        Actor actor = WholeCity.require(currentUser.get());
        if (file.length > 1_000_000) {
            throw Problem.tooLarge("calendar-table", "A year's table is small; this has " + file.length + " bytes.");
        }
        String text = new String(file, StandardCharsets.UTF_8);
        return idempotency.once(
                key,
                actor.name(),
                List.of("POST /calendars", year, String.valueOf(source), text),
                () -> ResponseEntity.created(URI.create("/api/v1/calendars/" + year))
                        .body(desk.load(year, text, source, actor.name())));
    }

    /** When a limit that begins at start (default: now) ends. */
    @GetMapping("/api/v1/due")
    Counted due(@RequestParam int amount, @RequestParam String unit, @RequestParam(required = false) String start) {
        Instant from =
                Optional.ofNullable(Instants.parseOrNull(start, "/start")).orElseGet(clock::instant);
        LimitUnit of = LimitUnit.parse(unit, "/unit");
        Due due = deadlines.maker().make("", amount, of, from);
        return new Counted(amount, of, from, due.due(), due.warnAt(), due.provisional(), due.profileVersion());
    }
}
