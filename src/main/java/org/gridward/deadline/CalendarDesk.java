package org.gridward.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the yearly tables of days off and make-up days, in versions; only what was loaded here counts. */
@Component
public class CalendarDesk {

    /** A table that was loaded; sha256 is that of the file, empty for those that came with the product. */
    public record Loaded(
            int year, int version, String source, String sha256, String loadedBy, Instant loadedAt, int days) {}

    private final JdbcClient jdbc;
    private final DeadlineBook book;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    CalendarDesk(
            JdbcClient jdbc, DeadlineBook book, AuditTrail audit, Outbox outbox, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.book = book;
        this.audit = audit;
        this.outbox = outbox;
        this.events = events;
    }

    /** Every table that was loaded, the latest year and version first. */
    public List<Loaded> list() {
        return jdbc.sql(Sql.of("deadline/list_calendars"))
                .query(CalendarDesk::loaded)
                .list();
    }

    /** The days of a year by its newest table; none where it is not loaded. */
    public List<YearTable.Day> days(int year) {
        return jdbc.sql(Sql.of("deadline/list_days"))
                .param("year", year)
                .query((row, n) -> new YearTable.Day(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("working"),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    /** The newest table of a year. */
    public Optional<Loaded> find(int year) {
        return list().stream().filter(loaded -> loaded.year() == year).findFirst();
    }

    /**
     * Loads a year's table; the same days again change nothing. Open deadlines are counted again at once.
     *
     * @param text JSON or CSV as {@link YearFile} says
     * @param source where it was announced; null: what the file names
     * @throws Problem 422 naming the day that no notice would say
     */
    @Transactional
    public Loaded load(int year, String text, String source, String actor) {
        YearTable table = YearFile.parse(year, text, source);
        jdbc.sql("LOCK TABLE deadline.calendars IN SHARE ROW EXCLUSIVE MODE").update();
        Optional<Loaded> before = find(year);
        if (before.isPresent() && sameDays(days(year), table.days())) {
            return before.get();
        }
        int version = before.map(Loaded::version).orElse(0) + 1;
        long revision = jdbc.sql(Sql.of("deadline/insert_calendar"))
                .param("year", year)
                .param("version", version)
                .param("source", table.source())
                .param("sha256", sha256(text))
                .param("loadedBy", actor)
                .param("days", Texts.of(table.days(), YearTable.Day::date))
                .param("working", Texts.of(table.days(), YearTable.Day::working))
                .param("namesZh", Texts.of(table.days(), YearTable.Day::nameZh))
                .param("namesEn", Texts.of(table.days(), YearTable.Day::nameEn))
                .query(Long.class)
                .single();
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("year", year);
        news.put("version", version);
        news.put("source", table.source());
        news.put("days", table.days().size());
        audit.append(actor, "CALENDAR_LOADED", String.valueOf(year), news);
        outbox.append("CalendarLoaded", String.valueOf(year), news);
        events.publishEvent(new CalendarLoaded(year, version, revision, actor));
        book.readAfterCommit();
        return find(year).orElseThrow();
    }

    private static boolean sameDays(List<YearTable.Day> a, List<YearTable.Day> b) {
        return a.stream()
                .map(day -> day.date() + " " + day.working())
                .toList()
                .equals(b.stream().map(day -> day.date() + " " + day.working()).toList());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    private static Loaded loaded(ResultSet row, int n) throws SQLException {
        return new Loaded(
                row.getInt("year"),
                row.getInt("version"),
                row.getString("source"),
                row.getString("sha256"),
                row.getString("loaded_by"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                row.getInt("days"));
    }
}
