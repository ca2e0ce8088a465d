package org.gridward.deadline;

import java.time.Instant;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** When something is due, answered from memory: the front door of this room for every other. */
@Component
public class Deadlines {

    private final DeadlineBook book;

    Deadlines(DeadlineBook book) {
        this.book = book;
    }

    /**
     * When a limit that begins at {@code start} ends.
     *
     * @param amount at least 1
     * @param unit a word of {@link LimitUnit}, such as WORKING_DAYS
     * @throws Problem 422 for an amount below 1 or an unknown unit
     */
    public Instant due(int amount, String unit, Instant start) {
        return maker().make("", amount, LimitUnit.parse(unit, "/unit"), start).due();
    }

    /** Whether the calendar of the year that an instant lies in is not loaded: a due of working time there may still move. */
    public boolean provisional(Instant due) {
        return !maker().calendar().knows(due, due);
    }

    /** Profiles and calendar as known now; for one question after another take one maker. */
    public DueMaker maker() {
        return book.maker();
    }
}
