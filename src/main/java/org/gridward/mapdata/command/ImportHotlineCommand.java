package org.gridward.mapdata.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.intake.HotlineFile;
import org.gridward.intake.HotlineReceipt;
import org.gridward.mapdata.HotlineImporter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code import hotline}: reads the options, takes the file in, prints the counts and why rows are held. */
@Component
class ImportHotlineCommand {

    private static final int SHOWN = 50;

    private final HotlineImporter importer;
    private final ZoneId zone;

    ImportHotlineCommand(HotlineImporter importer, @Value("${gridward.zone}") ZoneId zone) {
        this.importer = importer;
        this.zone = zone;
    }

    int run(List<String> words) throws IOException {
        Arguments given = Arguments.parse(
                words, Set.of("--map", "--zone", "--encoding", "--category", "--source"), Set.of("--dry-run"));
        Path file = given.file();
        HotlineReceipt receipt = importer.run(
                file,
                new HotlineFile(
                        file.getFileName().toString(),
                        given.find("--source").orElse("12345"),
                        given.find("--category").orElse(null),
                        given.has("--dry-run"),
                        new Actor("command-line", Set.of(Role.DISPATCHER), Actor.WHOLE_CITY, Optional.empty())),
                given.map(),
                given.zone(zone),
                given.encoding());
        System.out.println(receipt.line());
        receipt.notes().stream()
                .limit(SHOWN)
                .forEach(note -> System.out.println("  held: row " + note.row() + " (" + note.number() + "): "
                        + note.code() + ": " + note.detail()));
        if (receipt.notes().size() > SHOWN) {
            System.out.println("  and " + (receipt.notes().size() - SHOWN) + " more");
        }
        return 0;
    }
}
