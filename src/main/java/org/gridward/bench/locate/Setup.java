package org.gridward.bench.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridward.bench.Instance;
import org.gridward.bench.WigglyCity;

/** What the cases share: the layers, how many points, and two installations; each made when first asked for. */
final class Setup implements AutoCloseable {

    static final long SEED = 20_26;

    private final boolean quick;
    private final long rows;
    private BenchLayer micro;
    private BenchLayer grid;
    private Instance city;
    private Instance demo;

    /** @param rows of the large CSV */
    Setup(boolean quick, long rows) {
        this.quick = quick;
        this.rows = rows;
    }

    boolean quick() {
        return quick;
    }

    /** How many points the kernel gets. */
    int points() {
        return quick ? 1_000_000 : 10_000_000;
    }

    /** How many of them the database joins. */
    int joined() {
        return quick ? 100_000 : 1_000_000;
    }

    /** How many rows the large CSV has. */
    long rows() {
        return rows;
    }

    /** The 20,000 micro-grids with wiggly borders. */
    BenchLayer micro() {
        if (micro == null) {
            make();
        }
        return micro;
    }

    /** 160 grids, each the union of its micro-grids. */
    BenchLayer grid() {
        if (grid == null) {
            make();
        }
        return grid;
    }

    private void make() {
        say("Drawing the city of 20,000 micro-grids…");
        WigglyCity drawn = WigglyCity.of(20_000, 160, SEED);
        micro = new BenchLayer("micro", drawn.microGrids(), drawn::points);
        grid = new BenchLayer("grid", drawn.grids(), drawn::points);
    }

    /** Chicago's 277 police beats, where GRIDWARD_DATA names the folder of the real data. */
    Optional<BenchLayer> chicago() throws IOException {
        String data = System.getenv("GRIDWARD_DATA");
        Path file = data == null ? null : Path.of(data, "chicago-grids", "police_beats.zip.geojson");
        if (file == null || !Files.isRegularFile(file)) {
            say("Chicago's beats are not measured: GRIDWARD_DATA does not name the folder of the real data.");
            return Optional.empty();
        }
        return Optional.of(Beats.read(file));
    }

    /** An installation that has only its database running. */
    Instance city() throws IOException {
        if (city == null) {
            city = Instance.create();
        }
        return city;
    }

    /** An installation with the demo city, its server running. */
    Instance demo() throws IOException, InterruptedException {
        if (demo == null) {
            say("Starting an installation with the demo city…");
            demo = Instance.create();
            demo.up();
        }
        return demo;
    }

    static void say(String text) {
        System.err.println(text);
    }

    @Override
    public void close() {
        if (city != null) {
            city.close();
        }
        if (demo != null) {
            demo.close();
        }
    }
}
