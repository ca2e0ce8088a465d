package org.gridward.bench.locate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.bench.Instance;
import org.gridward.bench.ProgramRun;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * {@code ./gridward locate} of a large CSV against the 20,000 micro-grids, all cores, start of the program included,
 * against the same program that only reads and writes the rows. Wall time; every row of the output is checked. The largest
 * resident memory of the program has a goal of its own.
 */
final class BulkCase implements BenchCase {

    private static final double MEMORY_GOAL_MB = 512;
    private static final int ROUNDS = 2;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        Instance city = setup.city();
        Path in = city.home().resolve("points.csv");
        Path out = city.home().resolve("located.csv");
        adopt(city, setup.micro());
        PointFile points = new PointFile(setup.micro(), setup.rows());
        Setup.say("Writing " + setup.rows() + " rows…");
        points.write(in);
        double ours = Double.MAX_VALUE;
        double copied = Double.MAX_VALUE;
        long peak = 0;
        boolean same = true;
        for (int round = 0; round < ROUNDS; round++) {
            ProgramRun located = city.gridward("locate", "--layer", "micro-grid", in.toString(), "-o", out.toString());
            ours = Math.min(ours, located.seconds());
            peak = Math.max(peak, located.peakBytes());
            same &= round > 0 || points.fits(out);
            Files.delete(out);
            copied = Math.min(
                    copied,
                    city.gridward("locate", "--copy-only", in.toString(), "-o", out.toString())
                            .seconds());
            Files.delete(out);
        }
        Setup.say("For information: cat of the same file " + rate(setup.rows(), cat(in, out)));
        Files.delete(in);
        Files.delete(out);
        return List.of(
                new BenchLine(
                        "locate",
                        "csv-" + setup.rows() / 1_000_000 + "M-rows",
                        copied / ours,
                        0.5,
                        true,
                        rate(setup.rows(), ours),
                        rate(setup.rows(), copied),
                        same),
                new BenchLine(
                        "locate",
                        "csv-memory",
                        peak / 1e6 / MEMORY_GOAL_MB,
                        1,
                        false,
                        String.format(Locale.ROOT, "%.0fMB", peak / 1e6),
                        "512MB(limit)",
                        null));
    }

    private static double cat(Path in, Path out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = new ProcessBuilder("cat", in.toString())
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("cat ended with " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String rate(long rows, double seconds) {
        return String.format(Locale.ROOT, "%.2fM/s(%.1fs)", rows / seconds / 1e6, seconds);
    }

    private static void adopt(Instance instance, BenchLayer layer) throws IOException, InterruptedException {
        Setup.say("Adopting the micro-grids…");
        Path file = instance.home().resolve("micro.geojsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (GridShape shape : layer.shapes()) {
                out.write(feature(shape).getBytes(StandardCharsets.US_ASCII));
            }
        }
        instance.gridward(
                "import",
                "grids",
                "--layer",
                "micro-grid",
                "--valid-from",
                "2026-01-01",
                "--code",
                "code",
                file.toString());
        Files.delete(file);
    }

    private static String feature(GridShape shape) {
        StringBuilder text = new StringBuilder("{\"type\":\"Feature\",\"properties\":{\"code\":\"")
                .append(shape.code())
                .append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        String comma = "";
        for (Coordinate vertex : ((Polygon) shape.polygon()).getExteriorRing().getCoordinates()) {
            text.append(comma)
                    .append('[')
                    .append(vertex.x)
                    .append(',')
                    .append(vertex.y)
                    .append(']');
            comma = ",";
        }
        return text.append("]]}}\n").toString();
    }
}
