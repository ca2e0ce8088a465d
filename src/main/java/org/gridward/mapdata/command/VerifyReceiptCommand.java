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

    VerifyReceiptCommand(JsonMapper json, Receipts receipts, RecheckDesk desk) {
        this.json = json;
        this.receipts = receipts;
        this.desk = desk;
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
                verify-receipt --incidents

                LOCATED is a file that locate has written: its rows are counted and its answers hashed again. Then its
                points, or those of IN, are joined once more by PostGIS with the edition and the times of the receipt, and
                the first row that differs is named; unasked up to 200,000 rows, --with postgis for more, --with file not
                at all. A receipt is a file, or the id of a stored one. --incidents joins every stored incident again.
                Status 0 when everything agrees, 1 with the differences when not.

                Example: ./gridward verify-receipt --receipt receipt.json located.csv""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments given = Arguments.parse(
                words, Set.of("--receipt", "--input", "--with", "--datum", "--lon", "--lat"), Set.of("--incidents"));
        if (given.has("--incidents")) {
            return FileWork.run(name(), this::incidents);
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
            compare(said, count(file, said), "the file has ", differences);
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
        compare(said, recheck.receipt(), "PostGIS says ", differences);
    }

    private static void compare(Map<?, ?> said, Receipt again, String who, List<String> differences) {
        again.fields().forEach((name, value) -> {
            if (value != null
                    && !name.equals("ruleVersion")
                    && !String.valueOf(said.get(name)).equals(value.toString())) {
                differences.add(name + ": the receipt says " + (said.get(name) == null ? "nothing" : said.get(name))
                        + ", " + who + value);
            }
        });
    }

    private Map<?, ?> read(String receipt) throws IOException {
        if (receipt.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
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
