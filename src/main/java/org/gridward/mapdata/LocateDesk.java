package org.gridward.mapdata;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.gridward.grid.GridMap;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.mapdata.join.Receipt;
import org.springframework.stereotype.Component;

/**
 * Joins points with a layer in bulk, out of memory, on all cores, for the HTTP interface and the command line alike. Two
 * files run at once, further ones wait: the memory that joins take stays bounded.
 */
@Component
public class LocateDesk {

    private static final int FILES_AT_ONCE = 2;

    private final GridMap grids;
    private final Clock clock;
    private final ExecutorService workers;
    private final CsvJoin csv;
    private final Semaphore places = new Semaphore(FILES_AT_ONCE, true);

    LocateDesk(GridMap grids, Clock clock) {
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
     * The join with a layer in force at a time (null: now).
     *
     * @throws org.gridward.platform.Problem 404 for an unknown layer, 422 when it had no edition then
     */
    public LayerJoin join(String layer, Instant at) {
        return LayerJoin.of(grids, layer, at == null ? clock.instant() : at);
    }

    /** Joins a CSV; see {@link CsvJoin#run}. */
    public Receipt csv(InputStream in, CsvJoin.Columns columns, LayerJoin join, CsvJoin.Sink out) throws IOException {
        places.acquireUninterruptibly();
        try {
            return csv.run(in, columns, join, out);
        } finally {
            places.release();
        }
    }
}
