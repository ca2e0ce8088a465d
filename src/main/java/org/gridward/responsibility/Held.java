package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of the roster with the times in which it holds and is known. */
record Held<T>(Span span, T thing) {

    static <T> Held<T> always(T thing) {
        return new Held<>(Span.ALWAYS, thing);
    }

    /** The first that holds at an instant as known at another; null {@code knownAt}: as known now. */
    static <T> Optional<T> find(List<Held<T>> rows, Instant at, Instant knownAt) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).span().holds(at, knownAt)) {
                return Optional.of(rows.get(i).thing());
            }
        }
        return Optional.empty();
    }
}
