package org.gridward.mapdata.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.gridward.geodesy.Datum;
import org.gridward.mapdata.LocateDesk;
import org.gridward.mapdata.files.FinishedFile;
import org.gridward.mapdata.files.SourceFiles;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.GeoJsonJoin;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.mapdata.join.Receipt;
import org.gridward.platform.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code gridward locate …}: joins a file of points with a layer, without a running server. */
@Component
class LocateCommand implements Command {

    private final LocateDesk desk;
    private final JsonMapper json;
    private final ZoneId zone;

    LocateCommand(LocateDesk desk, JsonMapper json, @Value("${gridward.zone}") ZoneId zone) {
        this.desk = desk;
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
                locate --layer L [--at T] [--datum WGS84|CGCS2000|GCJ02|BD09] [--lon COLUMN] [--lat COLUMN] [--zone Z]
                       IN -o OUT [--receipt FILE]

                Adds grid_code and standing (OWNED, JOINT, GAP, OUTSIDE, INVALID) to every row of a CSV, or to the
                properties of every GeoJSON point (OUT then holds one feature a line). IN may be gzipped. The receipt says
                what became of every point; verify-receipt checks it later.

                Example: ./gridward locate --layer micro-grid points.csv -o located.csv --receipt receipt.json""";
    }

    @Override
    public int run(List<String> words) throws Exception {
        Arguments given = Arguments.parse(
                words, Set.of("--layer", "--at", "--datum", "--lon", "--lat", "--zone", "-o", "--receipt"), Set.of());
        given.require("-o");
        given.require("--layer");
        return FileWork.run("locate", () -> locate(given));
    }

    private int locate(Arguments given) throws IOException {
        Path in = given.file();
        Path out = Path.of(given.require("-o"));
        Instant at = given.instant("--at", given.zone(zone)).orElse(null);
        LayerJoin join = desk.join(given.require("--layer"), at);
        Receipt receipt = join(given, in, out, join);
        if (given.find("--receipt").isPresent()) {
            try (FinishedFile file = new FinishedFile(Path.of(given.require("--receipt")))) {
                file.out().write((json.writeValueAsString(receipt.fields()) + "\n").getBytes(StandardCharsets.UTF_8));
                file.finish();
            }
        }
        System.out.println(receipt.line());
        return 0;
    }

    private Receipt join(Arguments given, Path in, Path out, LayerJoin join) throws IOException {
        Datum datum = given.find("--datum").map(LocateCommand::datum).orElse(Datum.WGS84);
        ProgressLine progress = ProgressLine.onStandardError();
        try (InputStream raw = SourceFiles.watched(in, share -> progress.at("locating", share, 0));
                FinishedFile file = new FinishedFile(out)) {
            Receipt receipt = SourceFiles.isJson(in)
                    ? geoJson(raw, datum, join, file.out())
                    : desk.csv(
                            raw,
                            new CsvJoin.Columns(given.find("--lon"), given.find("--lat"), datum),
                            join,
                            (bytes, length, ended) -> file.out().write(bytes, 0, length));
            file.finish();
            return receipt;
        } finally {
            progress.end();
        }
    }

    private static Receipt geoJson(InputStream in, Datum datum, LayerJoin join, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Receipt receipt = GeoJsonJoin.run(in, datum, join, text);
        text.flush();
        return receipt;
    }

    private static Datum datum(String name) {
        try {
            return Datum.valueOf(name.toUpperCase(java.util.Locale.ROOT));
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
