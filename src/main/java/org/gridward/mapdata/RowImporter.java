package org.gridward.mapdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridward.access.AuditTrail;
import org.gridward.datum.DatumGuard;
import org.gridward.datum.Observation;
import org.gridward.geodesy.Crs;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.grid.GridMap;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.files.FeatureSource;
import org.gridward.mapdata.files.ReadLimits;
import org.gridward.mapdata.files.Row;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.rows.BadRow;
import org.gridward.mapdata.rows.FieldNames;
import org.gridward.mapdata.rows.PositionReader;
import org.gridward.mapdata.rows.RowReader;
import org.gridward.platform.Ids;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports rows in three passes over the file, in constant memory: the first checks every row and adds up the receipts; in one
 * transaction the second feeds the good rows to a front door and the third writes down what the receipts were joined with. Nothing is stored unless every row is good or the user said
 * to skip the bad ones.
 */
@Component
class RowImporter {

    /** What a front door did: stored, and found to be there already. */
    record Stored(long stored, long repeated) {}

    /** Makes the reader of a kind of row once the names and the positions are settled. */
    interface ReaderMaker<T> {
        RowReader<T> make(FieldNames names, PositionReader positions);
    }

    private static final int NAMES_FROM_ROWS = 50;
    private static final int SETTLE_EVERY = 10_000;
    /** Columns by which files say in which grid or district a row lies. */
    private static final List<String> STATING = List.of("grid_code", "gridCode", "district", "adname");

    private final GridMap grids;
    private final Jurisdiction jurisdiction;
    private final Receipts receipts;
    private final AuditTrail audit;
    private final DatumGuard guard;
    private final ImportBook book;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RowImporter(
            GridMap grids,
            Jurisdiction jurisdiction,
            Receipts receipts,
            AuditTrail audit,
            DatumGuard guard,
            ImportBook book,
            TransactionTemplate transaction,
            Clock clock) {
        this.grids = grids;
        this.jurisdiction = jurisdiction;
        this.receipts = receipts;
        this.audit = audit;
        this.guard = guard;
        this.book = book;
        this.transaction = transaction;
        this.clock = clock;
    }

    <T> RowsImported run(
            String what,
            ImportRows wanted,
            List<String> fields,
            ReaderMaker<T> maker,
            Function<Iterator<T>, Stored> door,
            FaultSink sink,
            Progress progress)
            throws IOException {
        RowReader<T> reader = reader(wanted, fields, maker);
        Instant known = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LayerTallies tallies = new LayerTallies(grids, wanted.layers(), known);
        long read = 0;
        long bad = 0;
        try (FeatureSource source = open(wanted)) {
            while (source.hasNext()) {
                read++;
                bad += check(source.next(), reader, tallies, wanted, known, sink) ? 0 : 1;
                if (read % SETTLE_EVERY == 0 && !wanted.dryRun()) {
                    guard.settle();
                }
                progress.at("checking", source.progress(), read);
            }
        }
        if (!wanted.dryRun()) {
            guard.settle();
        }
        List<Receipt> made = tallies.receipts();
        if (wanted.dryRun() || bad > 0 && !wanted.skipBadRows()) {
            return new RowsImported(read, bad, 0, 0, made);
        }
        long rows = read;
        long skipped = bad;
        Stored stored =
                transaction.execute(status -> store(what, wanted, reader, door, rows, skipped, made, known, progress));
        return new RowsImported(read, bad, stored.stored(), stored.repeated(), made);
    }

    private <T> boolean check(
            Row row, RowReader<T> reader, LayerTallies tallies, ImportRows wanted, Instant known, FaultSink sink) {
        try {
            if (row.fault() == null) {
                T thing = reader.read(row);
                Instant at = reader.at(thing);
                tallies.add(reader.position(thing), at == null ? known : at);
                if (!wanted.dryRun()) {
                    observe(row, reader.position(thing), wanted);
                }
                return true;
            }
            sink.accept(row.fault());
        } catch (BadRow unfit) {
            sink.accept(unfit.at(row.number()));
        }
        tallies.addInvalid();
        return false;
    }

    /** Shows the datum guard where the file's rows lie, and in which grid or district they say they are. */
    private void observe(Row row, LonLat at, ImportRows wanted) {
        String stated = STATING.stream()
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
        String tag = wanted.crs().orElse(Datum.WGS84.name());
        String source = "import/" + wanted.file().getFileName();
        guard.observe(new Observation(new RawPosition(at.lon(), at.lat(), tag, "", source), at, stated));
    }

    private <T> Stored store(
            String what,
            ImportRows wanted,
            RowReader<T> reader,
            Function<Iterator<T>, Stored> door,
            long rows,
            long bad,
            List<Receipt> made,
            Instant known,
            Progress progress) {
        Stored stored;
        try (FeatureSource source = open(wanted)) {
            GoodRows<T> good = new GoodRows<>(source, reader, progress);
            stored = door.apply(good);
            if (good.rows != rows) {
                throw Problem.conflict(
                        "file-changed",
                        "The file had " + rows + " rows when it was checked and " + good.rows
                                + " when it was stored: it was changed meanwhile. Nothing was stored; import it again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String file = wanted.file().getFileName().toString();
        ImportBook.Imported imported =
                new ImportBook.Imported(Ids.next(), what, file, wanted.actor(), known, rows, stored.repeated());
        try (FeatureSource source = open(wanted)) {
            book.add(imported, source, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Receipt receipt : made) {
            receipts.add(Ids.next(), wanted.actor(), "import " + what + " " + file, receipt, imported.id());
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("file", file);
        detail.put("rows", rows);
        detail.put("stored", stored.stored());
        detail.put("bad", bad);
        audit.append(wanted.actor(), what.toUpperCase(Locale.ROOT) + "_IMPORTED", file, detail);
        return stored;
    }

    /** Settles names and positions from the header, or from the first records where the format has none. */
    private <T> RowReader<T> reader(ImportRows wanted, List<String> fields, ReaderMaker<T> maker) throws IOException {
        try (FeatureSource source = open(wanted)) {
            Optional<Crs> crs = wanted.crs().isPresent() ? wanted.crs().map(Crs::of) : source.crs();
            Set<String> present = new LinkedHashSet<>(source.columns());
            boolean shaped = false;
            for (int i = 0; i < NAMES_FROM_ROWS && source.hasNext(); i++) {
                Row row = source.next();
                shaped |= row.shape() != null;
                if (source.columns().isEmpty()) {
                    present.addAll(row.fields().keySet());
                }
            }
            FieldNames names = FieldNames.of(present, wanted.columns(), fields);
            return maker.make(names, PositionReader.of(names, crs, shaped, jurisdiction.box()));
        }
    }

    private static FeatureSource open(ImportRows wanted) {
        return SourceFiles.open(wanted.file(), ReadLimits.POINTS, wanted.encoding());
    }

    /** The good rows of a file once more; what the first pass found bad is passed over. */
    private static final class GoodRows<T> implements Iterator<T> {

        private final FeatureSource source;
        private final RowReader<T> reader;
        private final Progress progress;
        private long rows;
        private T ahead;

        GoodRows(FeatureSource source, RowReader<T> reader, Progress progress) {
            this.source = source;
            this.reader = reader;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && source.hasNext()) {
                Row row = source.next();
                progress.at("storing", source.progress(), ++rows);
                if (row.fault() == null) {
                    try {
                        ahead = reader.read(row);
                    } catch (BadRow skipped) {
                        continue; // reported by the first pass
                    }
                }
            }
            return ahead != null;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T thing = ahead;
            ahead = null;
            return thing;
        }
    }
}
