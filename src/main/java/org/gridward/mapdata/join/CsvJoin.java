package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.gridward.geodesy.Datum;
import org.gridward.platform.Problem;

/**
 * Joins a CSV of points with a layer while it streams: cut into blocks of rows, blocks joined on all cores, results put out
 * in input order. Memory is a few blocks, whatever the size.
 *
 * <p>Every row comes out as it went in, with {@code grid_code} and {@code standing} added. A row whose position is missing,
 * unreadable or off the globe, or whose number of fields differs from the header's, has an empty code and stands INVALID.
 */
public final class CsvJoin {

    /** Takes the output in order; {@code inputEnded} says whether the whole input has been read. */
    public interface Sink {
        void accept(byte[] bytes, int length, boolean inputEnded) throws IOException;
    }

    /** Where the coordinates stand and what they are; empty column names: the usual ones are tried. */
    public record Columns(Optional<String> lon, Optional<String> lat, Datum datum) {
        public static final Columns USUAL = new Columns(Optional.empty(), Optional.empty(), Datum.WGS84);
    }

    private final ExecutorService workers;
    private final int inFlight;

    /** @param inFlight how many blocks may wait or run at once: about twice the workers */
    public CsvJoin(ExecutorService workers, int inFlight) {
        this.workers = workers;
        this.inFlight = inFlight;
    }

    /**
     * Runs the join to the end of the input.
     *
     * @throws Problem 400 when there is no header, a coordinate column is missing, or a row never ends
     */
    public Receipt run(InputStream in, Columns columns, LayerJoin join, Sink sink) throws IOException {
        CsvLayout layout = CsvLayout.read(in, columns.lon(), columns.lat());
        BlockJoiner joiner = new BlockJoiner(layout, join, columns.datum());
        CsvBlocks blocks = new CsvBlocks(in, layout.rest(), layout.delimiter());
        Tally tally = new Tally();
        Deque<Future<JoinedBlock>> running = new ArrayDeque<>();
        byte[] header = layout.outputHeader();
        sink.accept(header, header.length, false);
        try {
            for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
                CsvBlock taken = block;
                running.add(workers.submit(() -> joiner.join(taken)));
                while (running.size() >= inFlight
                        || !running.isEmpty() && running.peek().isDone()) {
                    deliver(running.remove(), tally, sink, blocks.inputEnded());
                }
            }
            while (!running.isEmpty()) {
                deliver(running.remove(), tally, sink, true);
            }
        } finally {
            running.forEach(left -> left.cancel(false));
        }
        return join.receipt(tally);
    }

    private static void deliver(Future<JoinedBlock> future, Tally tally, Sink sink, boolean inputEnded)
            throws IOException {
        JoinedBlock joined;
        try {
            joined = future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The join was interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("The join failed: " + e.getCause(), e.getCause());
        }
        tally.add(joined.standings(), joined.lines(), joined.linesLength());
        sink.accept(joined.rows(), joined.rowsLength(), inputEnded);
    }
}
