package org.gridward.mapdata.join;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.gridward.geodesy.Datum;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
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

        /** Whether the bytes are still read after {@link #accept} has returned. */
        default boolean keepsBytes() {
            return false;
        }

        /** How many rows have been put out so far. */
        default void rows(long total) {}
    }

    /** Where the coordinates stand and what they are; empty column names: the usual ones are tried. */
    public record Columns(Optional<String> lon, Optional<String> lat, Datum datum) {
        public static final Columns USUAL = new Columns(Optional.empty(), Optional.empty(), Datum.WGS84);
    }

    /** A file whose first line is longer is not cut at its lines. */
    private static final int FIRST_LINE = 1 << 16;

    private final ExecutorService workers;
    private final int inFlight;
    private final BytePool pool;
    private final Map<GridLocator, CodeCells> cells = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param inFlight how many blocks may wait or run at once: about twice the workers */
    public CsvJoin(ExecutorService workers, int inFlight) {
        this.workers = workers;
        this.inFlight = inFlight;
        this.pool = new BytePool(2 * inFlight);
    }

    /**
     * Runs the join to the end of the input.
     *
     * @throws Problem 400 when there is no header, a coordinate column is missing, or a row never ends
     */
    public Receipt run(InputStream in, Columns columns, LayerJoin join, Sink sink) throws IOException {
        CsvLayout layout = CsvLayout.read(in, columns.lon(), columns.lat());
        CodeCells codes = layout.delimiter() == ','
                ? cells.computeIfAbsent(join.locator(), locator -> new CodeCells(join, (byte) ','))
                : new CodeCells(join, layout.delimiter());
        Tally tally = new Tally();
        BlockJoiner joiner = new BlockJoiner(layout, join, columns.datum(), codes, pool);
        new Run(joiner, sink, block -> tally.add(block.found(), block.standings(), codes))
                .over(rows(layout, in), layout.outputHeader());
        return join.receipt(tally);
    }

    /**
     * Joins GeoJSON: on all cores where every line is a feature, else feature by feature; see {@link GeoJsonJoin}.
     *
     * @throws Problem 400 when the text is no GeoJSON, naming the feature
     */
    public Receipt geoJson(InputStream given, Datum datum, LayerJoin join, Sink sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(given, FIRST_LINE);
        if (!beginsWithFeature(in)) {
            Writer text = new OutputStreamWriter(new SinkStream(sink), StandardCharsets.UTF_8);
            Receipt receipt = GeoJsonJoin.run(in, datum, join, text);
            text.flush();
            return receipt;
        }
        CodeCells codes = cells.computeIfAbsent(join.locator(), locator -> new CodeCells(join, (byte) ','));
        Tally tally = new Tally();
        new Run(new FeatureLines(datum, join), sink, block -> tally.add(block.found(), block.standings(), codes))
                .over(CsvBlocks.ofLines(in, pool), new byte[0]);
        return join.receipt(tally);
    }

    private static boolean beginsWithFeature(BufferedInputStream in) throws IOException {
        in.mark(FIRST_LINE);
        byte[] head = in.readNBytes(FIRST_LINE - 1);
        in.reset();
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end < head.length && FeatureLines.isFeature(head, 0, end);
    }

    private CsvBlocks rows(CsvLayout layout, InputStream in) {
        return new CsvBlocks(in, layout.rest(), layout.delimiter(), pool);
    }

    /** Passes bytes on to a sink as they come. */
    private static final class SinkStream extends OutputStream {

        private final Sink sink;

        SinkStream(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sink.accept(Arrays.copyOfRange(bytes, from, from + length), length, false);
        }
    }

    /**
     * Reads and writes every row as {@link #run} does, with empty cells in the two columns: what is left of the cost when
     * nothing is located.
     */
    public long copy(InputStream in, Columns columns, Sink sink) throws IOException {
        CsvLayout layout = CsvLayout.read(in, columns.lon(), columns.lat());
        Run run = new Run(new BlockCopier(layout, pool), sink, block -> {});
        run.over(rows(layout, in), layout.outputHeader());
        return run.rows;
    }

    /** One input: blocks are worked on by all threads, written by this one, and added up in a chain of their own. */
    private final class Run {

        private final BlockWork work;
        private final Sink sink;
        private final Consumer<JoinedBlock> adding;
        private final Deque<Future<JoinedBlock>> running = new ArrayDeque<>();
        private final Deque<CompletableFuture<Void>> added = new ArrayDeque<>();
        private CompletableFuture<Void> lastAdded = CompletableFuture.completedFuture(null);
        private long rows;

        Run(BlockWork work, Sink sink, Consumer<JoinedBlock> adding) {
            this.work = work;
            this.sink = sink;
            this.adding = adding;
        }

        void over(CsvBlocks blocks, byte[] header) throws IOException {
            sink.accept(header, header.length, false);
            try {
                for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
                    start(block);
                    while (running.size() >= inFlight
                            || !running.isEmpty() && running.peek().isDone()) {
                        deliver(running.remove(), blocks.inputEnded());
                    }
                }
                while (!running.isEmpty()) {
                    deliver(running.remove(), true);
                }
                settle(lastAdded);
            } catch (CsvBlocks.RowTooLong endless) {
                for (Future<JoinedBlock> left : running) {
                    rows += settle(left).found().length;
                }
                throw Problem.unreadable(
                        "row-too-long",
                        "Row " + (rows + 1)
                                + " is longer than a megabyte: a quote may be open, or the lines may not end with a line feed.");
            } finally {
                running.forEach(left -> left.cancel(false));
            }
        }

        private void start(CsvBlock block) {
            running.add(workers.submit(() -> {
                JoinedBlock joined = work.run(block);
                pool.give(block.bytes());
                return joined;
            }));
        }

        private void deliver(Future<JoinedBlock> future, boolean inputEnded) throws IOException {
            JoinedBlock joined = settle(future);
            rows += joined.found().length;
            lastAdded = lastAdded.thenRunAsync(() -> adding.accept(joined), workers);
            added.add(lastAdded);
            if (added.size() > inFlight) {
                settle(added.remove());
            }
            sink.accept(joined.rows(), joined.length(), inputEnded);
            if (!sink.keepsBytes()) {
                pool.give(joined.rows());
            }
            sink.rows(rows);
        }

        private <T> T settle(Future<T> future) throws IOException {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The join was interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof FeatureLines.NoFeature line) {
                    throw Problem.unreadable(
                            "unreadable-json",
                            "The GeoJSON cannot be read at feature " + (rows + line.place() + 1) + ": "
                                    + line.getMessage());
                }
                throw new IOException("The join failed: " + e.getCause(), e.getCause());
            }
        }
    }
}
