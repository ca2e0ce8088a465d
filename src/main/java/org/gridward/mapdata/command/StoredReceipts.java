package org.gridward.mapdata.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.Receipts;
import org.gridward.mapdata.recheck.BorderAnswers;
import org.gridward.mapdata.recheck.RecheckDesk;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The forms of verify-receipt that need no located file: receipts of imports, and those inside answers about borders. */
@Component
class StoredReceipts {

    private final Receipts receipts;
    private final RecheckDesk desk;
    private final BorderAnswers borders;
    private final JsonMapper json;
    private final ZoneId zone;

    StoredReceipts(
            Receipts receipts,
            RecheckDesk desk,
            BorderAnswers borders,
            JsonMapper json,
            @Value("${gridward.zone}") ZoneId zone) {
        this.receipts = receipts;
        this.desk = desk;
        this.borders = borders;
        this.json = json;
        this.zone = zone;
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    boolean isFor(Arguments given) {
        boolean border = Stream.of("--answer", "--register", "--border-risk", "--crosswalk")
                .anyMatch(option -> given.find(option).isPresent());
        boolean alone = given.rest().size() == 1
                && isId(given.rest().get(0))
                && given.find("--input").isEmpty()
                && given.find("--receipt").isEmpty();
        return border || alone;
    }

    int check(Arguments given) throws IOException {
        if (given.rest().size() == 1) {
            UUID id = UUID.fromString(given.rest().get(0));
            return told("receipt " + id, imported(id));
        }
        Instant at = given.instant("--at", given.zone(zone)).orElse(null);
        Instant knownAt = given.instant("--known-at", given.zone(zone)).orElse(null);
        Optional<String> register = given.find("--register");
        Optional<String> risk = given.find("--border-risk");
        Optional<String> crosswalk = given.find("--crosswalk");
        if (register.isPresent()) {
            return told("register of " + register.get(), borders.register(register.get(), at, knownAt));
        }
        if (risk.isPresent()) {
            return told("border risk of " + risk.get(), borders.risk(risk.get(), at, knownAt));
        }
        if (crosswalk.isPresent()) {
            return told(
                    "crosswalk of " + crosswalk.get(),
                    borders.crosswalk(crosswalk.get(), given.require("--from"), given.require("--to"), at));
        }
        return told(given.require("--answer"), borders.of(answer(Path.of(given.require("--answer")))));
    }

    int all() {
        int status = 0;
        for (UUID id : receipts.ofImports()) {
            status |= told("receipt " + id, imported(id));
        }
        return status;
    }

    private List<String> imported(UUID id) {
        Map<?, ?> said = receipts.get(id);
        UUID source = receipts.importOf(id)
                .orElseThrow(() -> Problem.unprocessable(
                        "receipt-without-rows",
                        "The receipt " + id + " is not of an import whose rows are kept; name its file with --input."));
        List<String> differences = new ArrayList<>(desk.lostRows(source));
        compare(said, desk.ofImport(source, said), "PostGIS says ", differences);
        return differences;
    }

    private static int told(String what, List<String> differences) {
        differences.forEach(difference -> System.err.println(what + ": " + difference));
        System.out.println(what + (differences.isEmpty() ? " agrees with PostGIS" : " does not agree with PostGIS"));
        return differences.isEmpty() ? 0 : 1;
    }

    private Map<?, ?> answer(Path file) throws IOException {
        LocateCommand.requireFile(file);
        try {
            return json.readValue(Files.readString(file), Map.class);
        } catch (JacksonException e) {
            throw Problem.unreadable("unreadable-answer", "The answer " + file + " is no JSON.");
        }
    }

    /** Adds a line for each field that the receipt says otherwise than another count of the same join. */
    static void compare(Map<?, ?> said, Receipt again, String who, List<String> differences) {
        again.fields().forEach((name, value) -> {
            if (value != null
                    && !name.equals("ruleVersion")
                    && !String.valueOf(said.get(name)).equals(value.toString())) {
                differences.add(name + ": the receipt says " + (said.get(name) == null ? "nothing" : said.get(name))
                        + ", " + who + value);
            }
        });
    }
}
