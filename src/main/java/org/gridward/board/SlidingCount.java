package org.gridward.board;

import java.time.Duration;
import java.time.Instant;

/** Counts events of a sliding window in a few slots of memory; one that is half past counts as a whole. Not thread-safe. */
final class SlidingCount {

    private final long slotMillis;
    private final short[] slots;
    private long newest = Long.MIN_VALUE;

    SlidingCount(Duration window, int slots) {
        this.slotMillis = window.toMillis() / slots;
        this.slots = new short[slots];
    }

    /** Events of the window that ends now. */
    int total(Instant now) {
        advance(now);
        int total = 0;
        for (short count : slots) {
            total += count;
        }
        return total;
    }

    void add(Instant now) {
        advance(now);
        int slot = (int) Math.floorMod(newest, (long) slots.length);
        if (slots[slot] < Short.MAX_VALUE) {
            slots[slot]++;
        }
    }

    /** Forgets the slots that left the window; a clock that goes back changes nothing. */
    private void advance(Instant now) {
        long slot = Math.floorDiv(now.toEpochMilli(), slotMillis);
        if (newest == Long.MIN_VALUE || slot - newest >= slots.length) {
            java.util.Arrays.fill(slots, (short) 0);
            newest = Math.max(newest, slot);
            return;
        }
        while (newest < slot) {
            newest++;
            slots[(int) Math.floorMod(newest, (long) slots.length)] = 0;
        }
    }
}
