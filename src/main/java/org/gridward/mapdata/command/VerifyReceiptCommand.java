package org.gridward.mapdata.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.join.GeoJsonJoin;
import org.gridward.mapdata.join.ReceiptCheck;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gridward verify-receipt …}: adds a located file up again and compares it with its receipt. */
@Component
class VerifyReceiptCommand implements Command {

    private final JsonMapper json;

    VerifyReceiptCommand(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "verify-receipt";
    }

    @Override
    public String help() {
        return """
                verify-receipt --receipt FILE OUT

                Counts the rows of OUT, a file that locate has written, hashes its answers again and compares both with the
                receipt. Status 0 when everything agrees, 1 with the differences when not.

                Example: ./gridward verify-receipt --receipt receipt.json located.csv""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments given = Arguments.parse(words, Set.of("--receipt"), Set.of());
        Path receipt = Path.of(given.require("--receipt"));
        Path out = given.file();
        return FileWork.run("verify-receipt", () -> verify(receipt, out));
    }

    private int verify(Path receiptFile, Path out) throws IOException {
        LocateCommand.requireFile(receiptFile);
        LocateCommand.requireFile(out);
        JsonNode said = read(receiptFile);
        Receipt counted =
                count(out, said.path("layer").asString(""), said.path("edition").asString(""));
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Object> field : counted.fields().entrySet()) {
            String expected = said.path(field.getKey()).asString("");
            if (!expected.equals(String.valueOf(field.getValue()))) {
                differences.add(field.getKey() + ": the receipt says " + (expected.isEmpty() ? "nothing" : expected)
                        + ", the file has " + field.getValue());
            }
        }
        if (differences.isEmpty()) {
            System.out.println("the receipt agrees with " + out.getFileName() + ": " + counted.in() + " points, sha256 "
                    + counted.sha256());
            return 0;
        }
        differences.forEach(System.err::println);
        System.err.println("The receipt does not belong to this file, or the file was changed.");
        return 1;
    }

    private JsonNode read(Path receipt) throws IOException {
        try {
            return json.readTree(Files.readString(receipt));
        } catch (JacksonException e) {
            throw Problem.unreadable("unreadable-receipt", "The receipt " + receipt + " is no JSON.");
        }
    }

    private static Receipt count(Path out, String layer, String edition) throws IOException {
        try (InputStream in = SourceFiles.bytes(out)) {
            return SourceFiles.isJson(out)
                    ? GeoJsonJoin.check(in, layer, edition)
                    : ReceiptCheck.ofCsv(in, layer, edition);
        }
    }
}
