package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The place in a layer's time that a drawing would take: what comes before it and after it, by valid time, without what it
 * corrects.
 */
record Slot(Timeline<EditionId> timeline, List<EditionId> earlier, List<EditionId> later) {

    static Slot of(Timeline<EditionId> timeline, Instant from, Optional<EditionId> corrected) {
        List<Timeline.Span<EditionId>> others = timeline.spans().stream()
                .filter(span -> corrected.filter(span.what()::equals).isEmpty())
                .toList();
        return new Slot(
                timeline,
                others.stream()
                        .filter(span -> span.from().isBefore(from))
                        .map(Timeline.Span::what)
                        .toList(),
                others.stream()
                        .filter(span -> span.from().isAfter(from))
                        .map(Timeline.Span::what)
                        .toList());
    }

    Optional<EditionId> previous() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
    }

    Optional<EditionId> next() {
        return later.isEmpty() ? Optional.empty() : Optional.of(later.get(0));
    }

    /** When the last span of an edition ended. */
    Instant ended(EditionId edition) {
        return timeline.of(edition).stream()
                .map(Timeline.Span::until)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
