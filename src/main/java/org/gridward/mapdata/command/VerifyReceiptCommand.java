package org.gridward.mapdata.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.Receipts;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.GeoJsonJoin;
import org.gridward.mapdata.join.LocatedRows;
import org.gridward.mapdata.join.ReceiptCheck;
import org.gridward.mapdata.recheck.Recheck;
import org.gridward.mapdata.recheck.RecheckDesk;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code gridward verify-receipt …}: adds a file up again, joins it again in the database, and compares the receipt. */
@Component
class VerifyReceiptCommand implements Command {

    /** Up to so many rows the database joins unasked. */
    private static final long FEW_ROWS = 200_000;

    private final JsonMapper json;
    private final Receipts receipts;
    private final RecheckDesk desk;
    private final StoredReceipts stored;

    VerifyReceiptCommand(JsonMapper json, Receipts receipts, RecheckDesk desk, StoredReceipts stored) {
        this.json = json;
        this.receipts = receipts;
        this.desk = desk;
        this.stored = stored;
    }

    @Override
    public String name() {
        return "verify-receipt";
    }

    @Override
    public String help() {
        return """
                verify-receipt --receipt FILE|ID LOCATED [--with postgis|file] [--datum D] [--lon COLUMN] [--lat COLUMN]
                verify-receipt ID --input IN [the same]
                verify-receipt ID | --imports
                verify-receipt --incidents
                verify-receipt --answer FILE
                verify-receipt --register L [--at T] [--known-at K] | --border-risk L [--at T] [--known-at K]
                verify-receipt --crosswalk L --from EDITION --to EDITION [--at T]

                LOCATED is a file that locate has written: its rows are counted and its answers hashed again. Then its
                points, or those of IN, are joined once more by PostGIS with the edition and the times of the receipt, and
                the first row that differs is named; unasked up to 200,000 rows, --with postgis for more, --with file not
                at all. A receipt is a file, or the id of a stored one.
                An ID alone is that of an import's receipt: its rows are joined again, each with the edition of its own
                time, and looked for where they were stored; --imports does so with every import.
                --incidents joins every stored incident again, error discs too, and misses no row.
                --answer is a saved answer of register, crosswalk or border-risk; the other forms ask for one and check it:
                areas, doors and cases are computed again by PostGIS.
                Status 0 when everything agrees, 1 with the differences when not.

                Example: ./gridward verify-receipt --receipt receipt.json located.csv
                Example: ./gridward verify-receipt --register micro-grid""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments given = Arguments.parse(
                words,
                Set.of(
                        "--receipt",
                        "--input",
                        "--with",
                        "--datum",
                        "--lon",
                        "--lat",
                        "--answer",
                        "--register",
                        "--border-risk",
                        "--crosswalk",
                        "--from",
                        "--to",
                        "--at",
                        "--known-at",
                        "--zone"),
                Set.of("--incidents", "--imports"));
        if (given.has("--incidents")) {
            return FileWork.run(name(), this::incidents);
        }
        if (given.has("--imports")) {
            return FileWork.run(name(), () -> stored.all());
        }
        if (stored.isFor(given)) {
            return FileWork.run(name(), () -> stored.check(given));
        }
        Optional<String> with = given.find("--with");
        if (with.isPresent() && !Set.of("postgis", "file").contains(with.get())) {
            throw Arguments.usage("--with '" + with.get() + "' is neither postgis nor file.");
        }
        boolean byInput = given.find("--input").isPresent();
        String receipt = byInput ? given.file().toString() : given.require("--receipt");
        Path file = byInput ? Path.of(given.require("--input")) : given.file();
        return FileWork.run(name(), () -> verify(receipt, file, byInput, given));
    }

    private int incidents() {
        var found = desk.incidents();
        found.differences().forEach(System.err::println);
        System.out.println(
                found.checked() + " records of incidents checked by PostGIS, " + found.differing() + " differ");
        return found.differing() == 0 ? 0 : 1;
    }

    private int verify(String receipt, Path file, boolean byInput, Arguments given) throws IOException {
        LocateCommand.requireFile(file);
        Map<?, ?> said = read(receipt);
        List<String> differences = new ArrayList<>();
        if (!byInput) {
            StoredReceipts.compare(said, count(file, said), "the file has ", differences);
        }
        long rows = Long.parseLong(String.valueOf(said.get("in")));
        boolean joined = given.find("--with").map("postgis"::equals).orElse(rows <= FEW_ROWS && said.get("at") != null);
        if (joined) {
            join(said, file, given, differences);
        }
        if (differences.isEmpty()) {
            System.out.println("the receipt agrees with " + file.getFileName() + (joined ? " and with PostGIS" : "")
                    + ": " + rows + " points, sha256 " + said.get("sha256"));
            return 0;
        }
        differences.forEach(System.err::println);
        System.err.println("The receipt does not belong to this file, or one of them was changed.");
        return 1;
    }

    private void join(Map<?, ?> said, Path file, Arguments given, List<String> differences) throws IOException {
        Recheck recheck = desk.of(said);
        CsvJoin.Columns columns = LocateCommand.columns(given);
        try (InputStream in = SourceFiles.bytes(file)) {
            if (SourceFiles.isJson(file)) {
                LocatedRows.ofGeoJson(in, columns.datum(), recheck);
            } else {
                LocatedRows.ofCsv(in, columns, recheck);
            }
        }
        recheck.firstDifference().ifPresent(differences::add);
        StoredReceipts.compare(said, recheck.receipt(), "PostGIS says ", differences);
    }

    private Map<?, ?> read(String receipt) throws IOException {
        if (StoredReceipts.isId(receipt)) {
            return receipts.get(UUID.fromString(receipt));
        }
        Path file = Path.of(receipt);
        LocateCommand.requireFile(file);
        try {
            return json.readValue(Files.readString(file), Map.class);
        } catch (JacksonException e) {
            throw Problem.unreadable("unreadable-receipt", "The receipt " + receipt + " is no JSON.");
        }
    }

    private static Receipt count(Path out, Map<?, ?> said) throws IOException {
        String layer = String.valueOf(said.get("layer"));
        String edition = String.valueOf(said.get("edition"));
        try (InputStream in = SourceFiles.bytes(out)) {
            return SourceFiles.isJson(out)
                    ? GeoJsonJoin.check(in, layer, edition)
                    : ReceiptCheck.ofCsv(in, layer, edition);
        }
    }
}
