package org.gridward.mapdata.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.mapdata.ImportDesk;
import org.gridward.mapdata.ImportRows;
import org.gridward.mapdata.RowsImported;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code import incidents|places|tracks|units}: reads the options, runs the import, prints counts, receipts, the error file. */
@Component
class ImportRowsCommand {

    /** The option that names what a row takes where its own word is missing or unknown. */
    private static final Map<String, String> FALLBACK =
            Map.of("incidents", "--category", "places", "--kind", "tracks", "--unit");

    private final ImportDesk desk;
    private final ZoneId zone;

    ImportRowsCommand(ImportDesk desk, @Value("${gridward.zone}") ZoneId zone) {
        this.desk = desk;
        this.zone = zone;
    }

    int run(String what, List<String> words) throws IOException {
        Optional<String> fallback = Optional.ofNullable(FALLBACK.get(what));
        Set<String> valued = new HashSet<>(Set.of("--map", "--crs", "--zone", "--encoding", "--errors", "--layer"));
        fallback.ifPresent(valued::add);
        Arguments given = Arguments.parse(words, valued, Set.of("--dry-run", "--skip-bad-rows"));
        ImportRows wanted = new ImportRows(
                given.file(),
                given.encoding(),
                given.map(),
                given.find("--crs"),
                given.zone(zone),
                fallback.flatMap(given::find),
                given.list("--layer"),
                given.has("--dry-run"),
                given.has("--skip-bad-rows"),
                "command-line");
        Path errorPath = given.find("--errors").map(Path::of).orElse(ErrorFile.beside(wanted.file()));
        ProgressLine progress = ProgressLine.onStandardError();
        RowsImported done;
        String faults;
        try (ErrorFile errors = new ErrorFile(errorPath)) {
            done = switch (what) {
                case "incidents" -> desk.incidents(wanted, errors, progress);
                case "units" -> desk.units(wanted, errors);
                case "places" -> desk.places(wanted, errors, progress);
                default -> desk.tracks(wanted, errors, progress);
            };
            faults = errors.summary();
        } finally {
            progress.end();
        }
        return report(what, wanted, done, faults);
    }

    private static int report(String what, ImportRows wanted, RowsImported done, String faults) {
        String repeated = done.repeated() > 0 ? String.format(", %,d there already", done.repeated()) : "";
        System.out.println(what
                + String.format(": read %,d row(s), %,d bad, stored %,d", done.read(), done.bad(), done.stored())
                + repeated);
        done.receipts().forEach(receipt -> System.out.println(receipt.line()));
        if (done.bad() > 0) {
            System.err.println(faults);
        }
        if (done.bad() > 0 && !wanted.skipBadRows()) {
            System.err.println("Nothing was stored. Correct the rows, or load the good ones with --skip-bad-rows.");
            return 1;
        }
        if (wanted.dryRun()) {
            System.out.println("dry run: nothing was stored");
        }
        return 0;
    }
}
