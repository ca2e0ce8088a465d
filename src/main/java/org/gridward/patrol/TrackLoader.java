package org.gridward.patrol;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridward.geodesy.Datum;
import org.gridward.patrol.FixCopy.Row;
import org.gridward.platform.Fault;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads tracks in bulk, chunk by chunk in one transaction: the same rules and the same stored state as sending the fixes one
 * by one.
 */
@Component
class TrackLoader {

    private static final int CHUNK = 100_000;
    private static final Comparator<Row> KEY_THEN_BEST = Comparator.comparingInt(Row::unitId)
            .thenComparing(row -> row.fix().t())
            .thenComparing(Row::fix, FixOrder.BEST_FIRST);

    private final Units units;
    private final MicroGrids microGrids;
    private final FixCopy copy;
    private final TrackDays days;
    private final TrackNews news;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrackLoader(
            Units units,
            MicroGrids microGrids,
            FixCopy copy,
            TrackDays days,
            TrackNews news,
            Jurisdiction jurisdiction,
            TransactionTemplate transaction,
            Clock clock) {
        this.units = units;
        this.microGrids = microGrids;
        this.copy = copy;
        this.days = days;
        this.news = news;
        this.jurisdiction = jurisdiction;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a unit's fixes of the load come to. */
    private static final class Span {
        private final int unitId;
        private Fix first;
        private Fix newest;
        private int count;

        private Span(int unitId) {
            this.unitId = unitId;
        }

        private void add(Fix fix) {
            count++;
            first = first == null || fix.t().isBefore(first.t()) ? fix : first;
            if (newest == null
                    || fix.t().isAfter(newest.t())
                    || fix.t().equals(newest.t()) && FixOrder.BEST_FIRST.compare(fix, newest) < 0) {
                newest = fix;
            }
        }
    }

    LoadedTracks load(Iterator<UnitFix> fixes) {
        return transaction.execute(status -> loadInTransaction(fixes));
    }

    private LoadedTracks loadInTransaction(Iterator<UnitFix> fixes) {
        Map<String, Integer> ids = units.ids();
        Map<String, Span> spans = new TreeMap<>();
        long seen = 0;
        long accepted = 0;
        while (fixes.hasNext()) {
            List<Row> chunk = chunk(fixes, seen, ids, spans);
            seen += chunk.size();
            List<Row> rows = bestOfEach(chunk);
            days.ensureDays(daysOf(rows));
            accepted += copy.write(rows);
        }
        boolean anyNew = accepted > 0;
        spans.forEach((unit, span) -> {
            news.position(unit, span.unitId, span.newest);
            if (anyNew) {
                news.track(unit, span.first.t(), span.newest.t(), span.count);
            }
        });
        return new LoadedTracks(accepted, seen - accepted);
    }

    private List<Row> chunk(Iterator<UnitFix> fixes, long seen, Map<String, Integer> ids, Map<String, Span> spans) {
        Envelope box = jurisdiction.box();
        Instant now = clock.instant();
        List<Row> rows = new ArrayList<>(CHUNK);
        while (rows.size() < CHUNK && fixes.hasNext()) {
            UnitFix next = fixes.next();
            long index = seen + rows.size();
            Fix fix = FixCheck.normal(next.fix(), Datum.WGS84);
            require(FixCheck.refusal(fix, now, box), index, next.unit());
            Span span = spans.get(next.unit());
            if (span == null) {
                span = new Span(id(ids, next.unit(), index));
                spans.put(next.unit(), span);
            }
            span.add(fix);
            rows.add(new Row(span.unitId, fix, microGrids.codeAt(fix.lon(), fix.lat(), fix.t())));
        }
        return rows;
    }

    /** Sorted by unit and time, which is also the order that fills the index fastest; one row a unit and instant. */
    private static List<Row> bestOfEach(List<Row> rows) {
        rows.sort(KEY_THEN_BEST);
        List<Row> best = new ArrayList<>(rows.size());
        Row last = null;
        for (Row row : rows) {
            if (last == null
                    || row.unitId() != last.unitId()
                    || !row.fix().t().equals(last.fix().t())) {
                best.add(row);
                last = row;
            }
        }
        return best;
    }

    private static Set<LocalDate> daysOf(List<Row> rows) {
        Set<LocalDate> days = new HashSet<>();
        rows.forEach(row -> days.add(LocalDate.ofInstant(row.fix().t(), ZoneOffset.UTC)));
        return days;
    }

    private int id(Map<String, Integer> ids, String unit, long index) {
        if (unit == null || unit.isBlank()) {
            throw Problem.unprocessable("missing-unit", "Row " + index + ": it names no unit; name one, or use --unit.")
                    .with("/" + index + "/unit", Fault.MISSING, "missing");
        }
        return ids.computeIfAbsent(unit, units::idOrNew);
    }

    private static void require(Optional<String> refusal, long index, String unit) {
        if (refusal.isPresent()) {
            throw Problem.unprocessable(
                            "fix-refused",
                            "Nothing was stored: row " + index + " (unit '" + unit + "'): " + refusal.get() + ".")
                    .with("/" + index, Fault.UNREADABLE, refusal.get());
        }
    }
}
