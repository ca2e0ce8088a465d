package org.gridward.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file of orders: {@code in = filed + held + repeated}. Doubled numbers are among the held and named in
 * {@code notes}.
 */
public record HotlineReceipt(
        String file, boolean dryRun, long in, long filed, long held, long repeated, List<Note> notes) {

    /** Why one row was held. */
    public record Note(long row, String number, String code, String detail) {}

    private static final int NOTES_MOST = 1_000;

    /** Counts row by row. */
    public static final class Count {

        private final String file;
        private final boolean dryRun;
        private final List<Note> notes = new ArrayList<>();
        private long in;
        private long filed;
        private long held;
        private long repeated;

        public Count(String file, boolean dryRun) {
            this.file = file;
            this.dryRun = dryRun;
        }

        /** @param reason null unless held */
        public void add(HotlineOrder order, OrderOutcome outcome, HeldReason reason) {
            in++;
            switch (outcome) {
                case FILED -> filed++;
                case REPEATED -> repeated++;
                default -> held++;
            }
            if (reason != null && notes.size() < NOTES_MOST) {
                notes.add(new Note(order.row(), order.number(), reason.code(), reason.detail()));
            }
        }

        public HotlineReceipt receipt() {
            return new HotlineReceipt(file, dryRun, in, filed, held, repeated, List.copyOf(notes));
        }
    }

    /** One line for people. */
    public String line() {
        return "hotline " + file + ": " + in + " row(s) = " + filed + " filed + " + held + " held + " + repeated
                + " there already" + (dryRun ? " (dry run: nothing was stored)" : "");
    }
}
