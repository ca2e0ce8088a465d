package org.gridward.mapdata.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.geodesy.Datum;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.LocateDesk;
import org.gridward.mapdata.Receipts;
import org.gridward.mapdata.files.FinishedFile;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.platform.Command;
import org.gridward.platform.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code gridward locate …}: joins a file of points with a layer, without a running server. */
@Component
class LocateCommand implements Command {

    private final LocateDesk desk;
    private final Receipts receipts;
    private final JsonMapper json;
    private final ZoneId zone;

    LocateCommand(LocateDesk desk, Receipts receipts, JsonMapper json, @Value("${gridward.zone}") ZoneId zone) {
        this.desk = desk;
        this.receipts = receipts;
        this.json = json;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "locate";
    }

    @Override
    public String help() {
        return """
                locate --layer L [--at T] [--known-at K] [--datum WGS84|CGCS2000|GCJ02|BD09] [--lon COLUMN] [--lat COLUMN]
                       [--zone Z] IN -o OUT [--receipt FILE]

                Adds grid_code and standing (OWNED, JOINT, GAP, OUTSIDE, INVALID) to every row of a CSV, or to the
                properties of every GeoJSON point (OUT then holds one feature a line). Any size, on all cores, in constant
                memory. IN may be gzipped. OUT appears when it is whole; - is standard output. The receipt says what became
                of every point; verify-receipt checks it later. --copy-only, for measurements, reads and writes the rows of
                a CSV with both columns empty.

                Example: ./gridward locate --layer micro-grid points.csv -o located.csv --receipt receipt.json""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments given = Arguments.parse(
                words,
                Set.of("--layer", "--at", "--known-at", "--datum", "--lon", "--lat", "--zone", "-o", "--receipt"),
                Set.of("--copy-only"));
        given.require("-o");
        if (!given.has("--copy-only")) {
            given.require("--layer");
        }
        return FileWork.run("locate", () -> given.has("--copy-only") ? copy(given) : locate(given));
    }

    private int locate(Arguments given) throws IOException {
        Instant at = given.instant("--at", given.zone(zone)).orElse(null);
        Instant knownAt = given.instant("--known-at", given.zone(zone)).orElse(null);
        LayerJoin join = desk.leanJoin(given.require("--layer"), at, knownAt);
        Receipt receipt = through(
                given,
                (in, out, rows) -> SourceFiles.isJson(given.file())
                        ? desk.geoJson(in, datum(given), join, new RowSink(out, rows))
                        : desk.csv(in, columns(given), join, new RowSink(out, rows)));
        if (given.find("--receipt").isPresent()) {
            try (FinishedFile file = new FinishedFile(Path.of(given.require("--receipt")))) {
                file.out().write((json.writeValueAsString(receipt.fields()) + "\n").getBytes(StandardCharsets.UTF_8));
                file.finish();
            }
        }
        UUID id = Ids.next();
        receipts.add(id, "command", "locate " + given.file().getFileName(), receipt);
        said(given).println(receipt.line() + " id=" + id);
        return 0;
    }

    private int copy(Arguments given) throws IOException {
        long copied = through(given, (in, out, rows) -> desk.copy(in, columns(given), new RowSink(out, rows)));
        said(given).println(copied + " rows copied, none located");
        return 0;
    }

    /** Words for people go where the rows do not. */
    private static PrintStream said(Arguments given) {
        return given.require("-o").equals("-") ? System.err : System.out;
    }

    private interface Work<T> {
        T run(InputStream in, OutputStream out, AtomicLong rows) throws IOException;
    }

    /** Opens both ends, draws the progress, and lets the output stand only when the work is done. */
    private static <T> T through(Arguments given, Work<T> work) throws IOException {
        ProgressLine progress = ProgressLine.onStandardError();
        AtomicLong rows = new AtomicLong();
        try (InputStream in = SourceFiles.watched(given.file(), share -> progress.at("locating", share, rows.get()));
                LocateOutput out = LocateOutput.to(given.require("-o"))) {
            T done = work.run(in, out.out(), rows);
            out.finish();
            return done;
        } finally {
            progress.end();
        }
    }

    private record RowSink(OutputStream out, AtomicLong written) implements CsvJoin.Sink {
        @Override
        public void accept(byte[] bytes, int length, boolean inputEnded) throws IOException {
            out.write(bytes, 0, length);
        }

        @Override
        public void rows(long total) {
            written.set(total);
        }
    }

    static CsvJoin.Columns columns(Arguments given) {
        return new CsvJoin.Columns(given.find("--lon"), given.find("--lat"), datum(given));
    }

    private static Datum datum(Arguments given) {
        String name = given.find("--datum").orElse("WGS84");
        try {
            return Datum.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Arguments.usage("The datum '" + name + "' is not known; write WGS84, CGCS2000, GCJ02 or BD09.");
        }
    }

    /** Whether a path can be read, for the messages of both commands. */
    static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw org.gridward.platform.Problem.unreadable("no-such-file", "There is no file " + path + ".");
        }
    }
}
