package org.gridward.mapdata.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.platform.Problem;

/**
 * Holds the answer back until the whole request has been read, then lets it through. Many clients send everything before
 * they read anything: an answer that began earlier would fill both sockets and stop for good. It also leaves time to
 * answer a problem instead. Up to 96 MB of all answers together wait in memory, more in files that only this process can
 * read.
 */
final class SpooledAnswer implements CsvJoin.Sink, Closeable {

    private static final long MOST_IN_MEMORY = 96L << 20;
    private static final AtomicLong IN_MEMORY = new AtomicLong();
    private static final long MOST_IN_FILE = 8L << 30;

    private record Piece(byte[] bytes, int length) {}

    private final OutputStream out;
    private final Runnable begin;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private long held;
    private long inFile;
    private Path file;
    private OutputStream toFile;
    private boolean through;

    /** @param begin sets the head of the answer, just before its first byte */
    SpooledAnswer(OutputStream out, Runnable begin) {
        this.out = out;
        this.begin = begin;
    }

    @Override
    public void accept(byte[] bytes, int length, boolean inputEnded) throws IOException {
        if (inputEnded) {
            release();
            out.write(bytes, 0, length);
        } else if (file == null && hold(bytes.length)) {
            waiting.add(new Piece(bytes, length));
        } else {
            spill(bytes, length);
        }
    }

    @Override
    public boolean keepsBytes() {
        return true;
    }

    private boolean hold(int more) {
        if (IN_MEMORY.addAndGet(more) > MOST_IN_MEMORY) {
            IN_MEMORY.addAndGet(-more);
            return false;
        }
        held += more;
        return true;
    }

    /** Lets everything held back through; called at the end at the latest. */
    void release() throws IOException {
        if (through) {
            return;
        }
        through = true;
        begin.run();
        for (Piece piece = waiting.poll(); piece != null; piece = waiting.poll()) {
            out.write(piece.bytes, 0, piece.length);
            free(piece.bytes.length);
        }
        if (file != null) {
            toFile.close();
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(out);
            }
        }
    }

    private void free(long less) {
        IN_MEMORY.addAndGet(-less);
        held -= less;
    }

    private void spill(byte[] bytes, int length) throws IOException {
        if (file == null) {
            file = Files.createTempFile("gridward-locate", ".csv");
            toFile = Files.newOutputStream(file);
        }
        inFile += length;
        if (inFile > MOST_IN_FILE) {
            throw Problem.tooLarge(
                    "csv-too-large", "The answer would be larger than 8 GB; send the points in several requests.");
        }
        toFile.write(bytes, 0, length);
    }

    @Override
    public void close() throws IOException {
        free(held);
        if (file != null) {
            toFile.close();
            Files.deleteIfExists(file);
        }
    }
}
