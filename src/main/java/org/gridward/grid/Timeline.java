package org.gridward.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is valid when, as the register knows it at one moment: spans that never overlap, by their beginning. Immutable.
 *
 * @param <T> what is valid: an edition of a layer, a border decision of a pair of grids
 */
record Timeline<T>(List<Span<T>> spans) {

    /** Valid from {@code from} (inclusive) until {@code until} (exclusive; null: for good). */
    record Span<T>(T what, Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    Timeline {
        spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    Optional<Span<T>> at(Instant when) {
        return spans.stream().filter(span -> span.holds(when)).findFirst();
    }

    /** The last span that begins before that instant, in force up to it or ended earlier. */
    Optional<Span<T>> before(Instant when) {
        return spans.stream().filter(span -> span.from().isBefore(when)).reduce((first, second) -> second);
    }

    List<Span<T>> of(T what) {
        return spans.stream().filter(span -> span.what().equals(what)).toList();
    }

    /** The first instant after that one at which something begins or ends. */
    Optional<Instant> nextBoundary(Instant after) {
        return spans.stream()
                .flatMap(span -> Stream.of(Optional.of(span.from()), Optional.ofNullable(span.until())))
                .flatMap(Optional::stream)
                .filter(boundary -> boundary.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    /** Says that this is valid in the span, whatever was said of it before; what lies outside the span stays. */
    Timeline<T> put(T what, Instant from, Instant until) {
        List<Span<T>> rest = new ArrayList<>(clear(from, until).spans());
        Instant begin = from;
        Instant end = until;
        for (Span<T> span : List.copyOf(rest)) {
            boolean touchesBefore = from.equals(span.until());
            boolean touchesAfter = span.from().equals(until);
            if (span.what().equals(what) && (touchesBefore || touchesAfter)) {
                rest.remove(span);
                begin = touchesBefore ? span.from() : begin;
                end = touchesAfter ? span.until() : end;
            }
        }
        rest.add(new Span<>(what, begin, end));
        return new Timeline<>(rest);
    }

    /** Says that nothing is valid in the span. */
    Timeline<T> clear(Instant from, Instant until) {
        List<Span<T>> rest = new ArrayList<>();
        for (Span<T> span : spans) {
            boolean endsBefore = span.until() != null && !span.until().isAfter(from);
            boolean startsAfter = until != null && !span.from().isBefore(until);
            if (endsBefore || startsAfter) {
                rest.add(span);
                continue;
            }
            if (span.from().isBefore(from)) {
                rest.add(new Span<>(span.what(), span.from(), from));
            }
            if (until != null && (span.until() == null || span.until().isAfter(until))) {
                rest.add(new Span<>(span.what(), until, span.until()));
            }
        }
        return new Timeline<>(rest);
    }
}
