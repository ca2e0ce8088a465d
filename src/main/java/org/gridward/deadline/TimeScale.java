package org.gridward.deadline;

import java.time.Duration;
import java.time.Instant;

/** A clock that may stand still: counts time between instants, and from an instant on. */
public interface TimeScale {

    /** The plain clock, which never stands still. */
    TimeScale PLAIN = new TimeScale() {
        @Override
        public Instant plus(Instant start, Duration time) {
            return start.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    /** The earliest instant at which {@code time} (not negative) has passed since {@code start}. */
    Instant plus(Instant start, Duration time);

    /** How much time passes from one instant to another; negative where {@code to} is the earlier one. */
    Duration between(Instant from, Instant to);
}
