package org.gridward.mapdata.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.mapdata.ExportDesk;
import org.gridward.mapdata.export.FeatureWriter;
import org.gridward.platform.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code gridward export …}: writes grids, incidents, places or tracks to a file. */
@Component
class ExportCommand implements Command {

    private final ExportDesk desk;
    private final ZoneId zone;

    ExportCommand(ExportDesk desk, @Value("${gridward.zone}") ZoneId zone) {
        this.desk = desk;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String help() {
        return """
                export grids --layer L [--at T] [--known-at K] [--format geojson|csv] [--bom] -o FILE
                export incidents|places|tracks [--layer L] [--at T] [--known-at K] [--format geojson|csv] [--bom] -o FILE

                Writes what is stored in the form that import reads, in WGS 84. With --layer each point carries the code of
                its grid in that layer at T, as the register knew it at K (default: now). --bom puts a byte order mark before a CSV for old spreadsheets.
                Cells that a spreadsheet would take as a formula begin with an apostrophe.

                Example: ./gridward export grids --layer micro-grid -o micro-grids.geojson
                Example: ./gridward export incidents --layer grid --bom -o incidents.csv""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        String what = words.isEmpty() ? "" : words.get(0);
        if (!Set.of("grids", "incidents", "places", "tracks").contains(what)) {
            throw Arguments.usage("Say what to export: grids, incidents, places or tracks.");
        }
        Arguments given = Arguments.parse(
                words.subList(1, words.size()),
                Set.of("--layer", "--at", "--known-at", "--format", "--zone", "-o"),
                Set.of("--bom"));
        if (!given.rest().isEmpty()) {
            throw Arguments.usage("The words " + given.rest() + " mean nothing here; name the file with -o.");
        }
        if (what.equals("grids")) {
            given.require("--layer");
        }
        Path file = Path.of(given.require("-o"));
        FeatureWriter.Format format =
                FeatureWriter.Format.of(given.find("--format").orElse(null), file);
        return FileWork.run("export", () -> export(what, given, file, format));
    }

    private int export(String what, Arguments given, Path file, FeatureWriter.Format format) throws IOException {
        Optional<String> layer = given.find("--layer");
        ExportDesk.Times at = new ExportDesk.Times(
                given.instant("--at", given.zone(zone)), given.instant("--known-at", given.zone(zone)));
        ProgressLine progress = ProgressLine.onStandardError();
        long count;
        try (FeatureWriter out = FeatureWriter.open(file, format, given.has("--bom"))) {
            switch (what) {
                case "grids" -> desk.grids(layer.orElseThrow(), at, out);
                case "incidents" -> desk.incidents(layer, at, out, progress);
                case "places" -> desk.places(layer, at, out, progress);
                default -> desk.tracks(layer, at, out, progress);
            }
            count = out.finish();
        } finally {
            progress.end();
        }
        System.out.println("wrote " + count + " " + what + " to " + file);
        return 0;
    }
}
