package org.gridward.mapdata;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gridward.geodesy.Datum;
import org.gridward.grid.GridMap;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Joins points with a layer in bulk, out of memory, on all cores, for the HTTP interface and the command line alike. Two
 * files run at once, further ones wait half a minute: the memory that joins take stays bounded.
 */
@Component
public class LocateDesk {

    private static final int FILES_AT_ONCE = 2;
    private static final int MOST_WAITING = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final GridMap grids;
    private final Clock clock;
    private final ExecutorService workers;
    private final CsvJoin csv;
    private final Duration longestWait;
    private final Semaphore places = new Semaphore(FILES_AT_ONCE, true);

    @Autowired
    LocateDesk(GridMap grids, Clock clock) {
        this(grids, clock, LONGEST_WAIT);
    }

    LocateDesk(GridMap grids, Clock clock, Duration longestWait) {
        this.longestWait = longestWait;
        this.grids = grids;
        this.clock = clock;
        int cores = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(cores, work -> {
            Thread thread = new Thread(work, "locate");
            thread.setDaemon(true);
            return thread;
        });
        this.csv = new CsvJoin(workers, 2 * cores + 1);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /**
     * The join with a layer in force at a time (null: now), as known at a time (null: now). Both times are settled here, so
     * that a receipt can name them.
     *
     * @throws Problem 404 for an unknown layer, 422 when it had no edition then
     */
    public LayerJoin join(String layer, Instant at, Instant knownAt) {
        Instant now = clock.instant();
        return LayerJoin.of(grids, layer, at == null ? now : at, knownAt == null ? now : knownAt);
    }

    /** The same for one file in a process of its own, in less memory. */
    public LayerJoin leanJoin(String layer, Instant at, Instant knownAt) {
        Instant now = clock.instant();
        return LayerJoin.lean(grids, layer, at == null ? now : at, knownAt == null ? now : knownAt);
    }

    /**
     * Joins a CSV; see {@link CsvJoin#run}.
     *
     * @throws Problem 503 when other files are being joined for long, or many wait already: a client
     *     that sends slowly must not tie up the threads that take reports
     */
    public Receipt csv(InputStream in, CsvJoin.Columns columns, LayerJoin join, CsvJoin.Sink out) throws IOException {
        begin();
        try {
            return csv.run(in, columns, join, out);
        } finally {
            places.release();
        }
    }

    /**
     * Joins GeoJSON; see {@link CsvJoin#geoJson}.
     *
     * @throws Problem 503 as {@link #csv} does
     */
    public Receipt geoJson(InputStream in, Datum datum, LayerJoin join, CsvJoin.Sink out) throws IOException {
        begin();
        try {
            return csv.geoJson(in, datum, join, out);
        } finally {
            places.release();
        }
    }

    /** Reads and writes a CSV as {@link #csv} does, locating nothing; answers how many rows there are. */
    public long copy(InputStream in, CsvJoin.Columns columns, CsvJoin.Sink out) throws IOException {
        begin();
        try {
            return csv.copy(in, columns, out);
        } finally {
            places.release();
        }
    }

    private void begin() {
        if (places.getQueueLength() >= MOST_WAITING || !mayBegin()) {
            throw Problem.unavailable(
                    "locate-busy", "Other files are being joined just now; send this one again in a while.");
        }
    }

    private boolean mayBegin() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
