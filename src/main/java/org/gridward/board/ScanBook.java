package org.gridward.board;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.place.CodeFound.Standing;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts how often each code is opened and which codes are none of ours; in memory, added to the store every few seconds, so
 * that an opened page writes nothing. Bounded.
 */
@Component
public class ScanBook implements DisposableBean {

    /** A board's day against its own usual one; {@code finding} is SURGE, SILENT or null. */
    public record ScanRate(String placeCode, long scans, long reports, double expected, String finding) {}

    /** A code that was opened and is not in force, with its times of one day. */
    public record RefusedCode(String code, String standing, long times, Instant firstAt, Instant lastAt) {}

    private record Hour(String place, long second) {}

    private static final class Counts {
        private int scans;
        private int reports;
    }

    private static final class Refusal {
        private final Standing standing;
        private int times;
        private Instant last;

        Refusal(Standing standing) {
            this.standing = standing;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ScanBook.class);
    private static final int NAMED_MOST = 200;
    private static final String OTHERS = "(others)";
    private static final String REFUSED = """
            SELECT code, standing, times, first_at, last_at FROM board.refused_codes
            WHERE last_at > CAST(:now AS timestamptz) - interval '7 days' ORDER BY last_at DESC, code LIMIT 1000""";

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String zone;
    private Map<Hour, Counts> hours = new HashMap<>();
    private Map<String, Refusal> refusals = new TreeMap<>();

    ScanBook(JdbcClient jdbc, MeterRegistry meters, Clock clock, @Value("${gridward.zone}") String zone) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
        this.zone = zone;
    }

    synchronized void opened(String placeCode) {
        counts(placeCode).scans++;
    }

    synchronized void reported(String placeCode) {
        counts(placeCode).reports++;
    }

    /** Counts, and logs, a code that is not in force; of the text only plain letters reach the log. */
    synchronized void refused(String code, Standing standing) {
        meters.counter("gridward.codes.refused", "standing", standing.name()).increment();
        String plain = code.replaceAll("[^A-Za-z0-9_-]", "?");
        String named = plain.length() > 80 ? plain.substring(0, 80) : plain;
        boolean room = refusals.size() < NAMED_MOST || refusals.containsKey(named);
        Refusal refusal = refusals.get(room ? named : OTHERS);
        if (refusal == null) {
            refusal = new Refusal(standing);
            refusals.put(room ? named : OTHERS, refusal);
            log.warn("The code '{}' was opened and is {}", room ? named : OTHERS, standing);
        }
        refusal.times++;
        refusal.last = clock.instant();
    }

    /** Each board's last 24 hours against the mean of its four weeks before. */
    public List<ScanRate> rates() {
        flush();
        return jdbc.sql(Sql.of("board/list_scan_rates"))
                .param("now", clock.instant().toString())
                .query((row, n) -> {
                    long scans = row.getLong("scans");
                    double expected = row.getDouble("expected");
                    return new ScanRate(
                            row.getString("place_code"),
                            scans,
                            row.getLong("reports"),
                            expected,
                            finding(scans, expected));
                })
                .list();
    }

    /** Codes that were refused in the last seven days, the latest first. */
    public List<RefusedCode> refusedCodes() {
        flush();
        return jdbc.sql(REFUSED)
                .param("now", clock.instant().toString())
                .query(RefusedCode.class)
                .list();
    }

    /**
     * More than four deviations (of a Poisson count) and ten scans above the usual is a surge; a board that used to be opened
     * and is not any more may have been pasted over with a stranger's code.
     */
    static String finding(long scans, double expected) {
        if (scans > expected + 4 * Math.sqrt(expected) + 10) {
            return "SURGE";
        }
        return scans == 0 && expected >= 5 ? "SILENT" : null;
    }

    @Scheduled(fixedDelay = 5_000)
    void flushNow() {
        try {
            flush();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Scans not stored, {} lost: {}", "those of some seconds", away.toString());
        }
    }

    private void flush() {
        Map<Hour, Counts> counted;
        Map<String, Refusal> refused;
        synchronized (this) {
            counted = hours;
            refused = refusals;
            hours = new HashMap<>();
            refusals = new TreeMap<>();
        }
        if (!counted.isEmpty()) {
            List<Map.Entry<Hour, Counts>> rows = new ArrayList<>(counted.entrySet());
            jdbc.sql(Sql.of("board/add_scans"))
                    .param(
                            "places",
                            rows.stream().map(row -> row.getKey().place()).toArray(String[]::new))
                    .param(
                            "seconds",
                            rows.stream()
                                    .mapToLong(row -> row.getKey().second())
                                    .toArray())
                    .param(
                            "scans",
                            rows.stream().mapToInt(row -> row.getValue().scans).toArray())
                    .param(
                            "reports",
                            rows.stream()
                                    .mapToInt(row -> row.getValue().reports)
                                    .toArray())
                    .update();
        }
        if (!refused.isEmpty()) {
            jdbc.sql(Sql.of("board/add_refused"))
                    .param("zone", zone)
                    .param("codes", refused.keySet().toArray(String[]::new))
                    .param(
                            "standings",
                            refused.values().stream()
                                    .map(one -> one.standing.name())
                                    .toArray(String[]::new))
                    .param(
                            "times",
                            refused.values().stream().mapToInt(one -> one.times).toArray())
                    .param(
                            "micros",
                            refused.values().stream()
                                    .mapToLong(one -> ChronoUnit.MICROS.between(Instant.EPOCH, one.last))
                                    .toArray())
                    .update();
        }
    }

    private Counts counts(String placeCode) {
        long hour = clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        return hours.computeIfAbsent(new Hour(placeCode, hour), fresh -> new Counts());
    }

    @Override
    public void destroy() {
        flushNow();
    }
}
