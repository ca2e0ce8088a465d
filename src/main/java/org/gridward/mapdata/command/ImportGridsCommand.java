package org.gridward.mapdata.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.EditionId;
import org.gridward.grid.LayerKind;
import org.gridward.mapdata.GridsImported;
import org.gridward.mapdata.ImportDesk;
import org.gridward.mapdata.ImportGrids;
import org.gridward.mapdata.rows.GridRows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code import grids}: reads the options, runs the import, prints what became of it. */
@Component
class ImportGridsCommand {

    private static final Set<String> VALUED = Set.of(
            "--layer",
            "--valid-from",
            "--kind",
            "--parent",
            "--code",
            "--name",
            "--name-en",
            "--parent-code",
            "--households",
            "--crs",
            "--corrects",
            "--zone",
            "--encoding",
            "--errors");

    private final ImportDesk desk;
    private final ZoneId zone;

    ImportGridsCommand(ImportDesk desk, @Value("${gridward.zone}") ZoneId zone) {
        this.desk = desk;
        this.zone = zone;
    }

    int run(List<String> words) throws IOException {
        Arguments given = Arguments.parse(words, VALUED, Set.of("--dry-run"));
        ImportGrids wanted = order(given);
        Path errorPath = given.find("--errors").map(Path::of).orElse(ErrorFile.beside(wanted.file()));
        ProgressLine progress = ProgressLine.onStandardError();
        GridsImported done;
        String faults;
        try (ErrorFile errors = new ErrorFile(errorPath)) {
            done = desk.grids(wanted, errors, progress);
            faults = errors.summary();
        } finally {
            progress.end();
        }
        System.out.println("read " + done.read() + " record(s), " + done.grids() + " grid(s), " + done.badRows()
                + " bad record(s), faults " + done.faults());
        if (!done.sound()) {
            System.err.println("Nothing was stored: " + faults);
            return 1;
        }
        System.out.println(done.edition()
                .map(edition -> "adopted edition " + edition.id() + " of layer " + edition.layer() + ", "
                        + edition.gridCount() + " grids, valid from " + wanted.validFrom())
                .orElse("dry run: nothing was stored, the file can be imported as it is"));
        return 0;
    }

    private ImportGrids order(Arguments given) {
        ZoneId local = given.zone(zone);
        return new ImportGrids(
                given.file(),
                given.encoding(),
                given.require("--layer"),
                given.find("--kind").map(ImportGridsCommand::kind),
                given.find("--parent"),
                given.instant("--valid-from", local)
                        .orElseThrow(() -> Arguments.usage("The option --valid-from is missing.")),
                new GridRows.Columns(
                        given.require("--code"),
                        given.find("--name"),
                        given.find("--name-en"),
                        given.find("--parent-code"),
                        given.find("--households").or(() -> Optional.of("households"))),
                given.find("--crs"),
                given.find("--corrects").map(EditionId::parse),
                given.has("--dry-run"),
                "command-line");
    }

    private static LayerKind kind(String word) {
        try {
            return LayerKind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Arguments.usage("The kind '" + word + "' is not known; write partition or free.");
        }
    }
}
