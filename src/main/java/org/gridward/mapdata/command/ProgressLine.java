package org.gridward.mapdata.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.gridward.mapdata.Progress;

/** Draws a bar on a terminal, or plain lines a few seconds apart elsewhere. */
final class ProgressLine implements Progress {

    private static final int WIDTH = 30;
    private static final long BAR_EVERY = Duration.ofMillis(200).toNanos();
    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long begun;
    private long last;
    private boolean drawn;

    ProgressLine(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.last = begun;
    }

    /** On standard error, as a bar only where that is a terminal. */
    static ProgressLine onStandardError() {
        return new ProgressLine(
                System.err, System.console() != null && System.getenv("TERM") != null, System::nanoTime);
    }

    @Override
    public void at(String step, double share, long rows) {
        long now = nanos.getAsLong();
        if (now - last < (terminal ? BAR_EVERY : LINE_EVERY)) {
            return;
        }
        last = now;
        int percent = (int) Math.round(100 * Math.max(0, Math.min(1, share)));
        if (terminal) {
            int full = percent * WIDTH / 100;
            out.print("\r" + step + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent + " % "
                    + (rows > 0 ? rows + pace(share, rows, now) : "") + "   ");
            drawn = true;
        } else {
            out.println(step + " " + percent + " %" + (rows > 0 ? " (" + rows + pace(share, rows, now) + ")" : ""));
        }
        out.flush();
    }

    /** Rows a second so far, and the time left at that pace. */
    private String pace(double share, long rows, long now) {
        double seconds = (now - begun) / 1e9;
        long left = share > 0 ? Math.round(seconds * (1 - share) / share) : 0;
        return String.format(Locale.ROOT, " rows, %.0f/s, %d:%02d left", rows / seconds, left / 60, left % 60);
    }

    /** Ends the bar's line. */
    void end() {
        if (drawn) {
            out.print("\r" + " ".repeat(WIDTH + 80) + "\r");
            out.flush();
            drawn = false;
        }
    }
}
