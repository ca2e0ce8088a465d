package org.gridward.evaluation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Lets only a few count at a time: a recount reads a year of the city, and those who work on cases need the machine too. */
@Component
public class Turns {

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_MILLIS = 15_000;

    private final Semaphore places;
    private final long patienceMillis;

    @Autowired
    Turns() {
        this(AT_ONCE, PATIENCE_MILLIS);
    }

    Turns(int atOnce, long patienceMillis) {
        this.places = new Semaphore(atOnce, true);
        this.patienceMillis = patienceMillis;
    }

    /** Runs it when its turn comes. @throws Problem 429 {@code counting-busy} when that is not soon */
    public <T> T take(Supplier<T> count) {
        if (!hasTurn()) {
            throw Problem.tooMany(
                    "counting-busy", "Others are counting just now; ask again in a minute, or for a shorter period.");
        }
        try {
            return count.get();
        } finally {
            places.release();
        }
    }

    private boolean hasTurn() {
        try {
            return places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
