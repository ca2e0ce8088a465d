package org.gridward.grid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Decides what the register of a layer says after a change, or refuses the change. Reads, writes nothing. */
@Component
class EditionTimes {

    private final EditionRegister register;

    EditionTimes(EditionRegister register) {
        this.register = register;
    }

    Timeline<EditionId> adopt(RegisterWriter.Book book, AdoptEdition wanted, EditionId id) {
        Timeline<EditionId> known = book.timeline();
        if (wanted.corrects().isPresent()) {
            Timeline<EditionId> after = known;
            for (Timeline.Span<EditionId> span : spans(book, wanted.corrects().get())) {
                after = after.put(id, span.from(), span.until());
            }
            return after;
        }
        Instant from = wanted.validFrom().truncatedTo(ChronoUnit.MICROS);
        if (known.spans().stream().anyMatch(span -> span.from().equals(from))) {
            throw Problem.conflict(
                    "edition-exists",
                    "The layer '" + book.layer().code() + "' already has an edition valid from " + from
                            + "; choose another time, or send it as a correction with correctsEdition.");
        }
        Optional<Instant> boundary = known.nextBoundary(from);
        if (wanted.validUntil().isEmpty()) {
            return known.put(id, from, boundary.orElse(null));
        }
        Instant until = wanted.validUntil().get().truncatedTo(ChronoUnit.MICROS);
        requireOrder(from, until);
        boundary.filter(next -> next.isBefore(until)).ifPresent(next -> {
            throw inTheWay(book, next);
        });
        return known.put(id, from, until);
    }

    /** The span in force at an instant. */
    Timeline.Span<EditionId> inForce(RegisterWriter.Book book, Instant at) {
        return book.timeline()
                .at(at)
                .orElseThrow(() -> Problem.conflict(
                        "no-edition-in-force",
                        "The layer '" + book.layer().code() + "' has no edition in force at " + at
                                + " that could end; GET its editions for the times there are."));
    }

    /**
     * The first beginning and the last end of the edition as the correction has them. Where it begins later, the edition
     * before it lasts until then; where it ends earlier, nothing follows.
     */
    Timeline<EditionId> move(RegisterWriter.Book book, MoveEdition wanted) {
        if (wanted.validFrom().isEmpty() && wanted.validUntil().isEmpty() && !wanted.forGood()) {
            throw Problem.unprocessable(
                    "nothing-moved", "Say what was otherwise: send validFrom, validUntil, or both; null for no end.");
        }
        List<Timeline.Span<EditionId>> spans = spans(book, wanted.edition());
        Timeline<EditionId> after = book.timeline();
        if (wanted.validFrom().isPresent()) {
            after = begin(book, spans.get(0), wanted.validFrom().get().truncatedTo(ChronoUnit.MICROS));
        }
        List<Timeline.Span<EditionId>> now = after.of(wanted.edition());
        Timeline.Span<EditionId> last = now.get(now.size() - 1);
        if (wanted.forGood()) {
            return after.put(
                    wanted.edition(), last.from(), beginningAfter(after, last).orElse(null));
        }
        if (wanted.validUntil().isPresent()) {
            after = end(book, after, last, wanted.validUntil().get().truncatedTo(ChronoUnit.MICROS));
        }
        return after;
    }

    private static Timeline<EditionId> begin(RegisterWriter.Book book, Timeline.Span<EditionId> span, Instant from) {
        Timeline<EditionId> known = book.timeline();
        requireOrder(from, span.until());
        if (from.isAfter(span.from())) {
            Timeline<EditionId> without = known.clear(span.from(), from);
            return known.before(span.from())
                    .filter(previous -> span.from().equals(previous.until()))
                    .map(previous -> without.put(previous.what(), previous.from(), from))
                    .orElse(without);
        }
        known.spans().stream()
                .filter(other -> !other.from().isBefore(from) && other.from().isBefore(span.from()))
                .findFirst()
                .ifPresent(other -> {
                    throw inTheWay(book, other.from());
                });
        return known.put(span.what(), from, span.until());
    }

    private static Timeline<EditionId> end(
            RegisterWriter.Book book, Timeline<EditionId> after, Timeline.Span<EditionId> span, Instant until) {
        requireOrder(span.from(), until);
        beginningAfter(after, span)
                .filter(next -> next.isBefore(until) || next.equals(span.until()) && until.isBefore(next))
                .ifPresent(next -> {
                    throw inTheWay(book, next);
                });
        return span.until() == null || until.isBefore(span.until())
                ? after.clear(until, span.until())
                : after.put(span.what(), span.from(), until);
    }

    private static Optional<Instant> beginningAfter(Timeline<EditionId> known, Timeline.Span<EditionId> span) {
        return known.spans().stream()
                .map(Timeline.Span::from)
                .filter(from -> from.isAfter(span.from()))
                .min(Instant::compareTo);
    }

    private List<Timeline.Span<EditionId>> spans(RegisterWriter.Book book, EditionId edition) {
        List<Timeline.Span<EditionId>> spans = book.timeline().of(edition);
        if (spans.isEmpty()) {
            String layer = book.layer().code();
            String heir = register.editions(layer, null).stream()
                    .filter(other -> other.corrects().filter(edition::equals).isPresent())
                    .findFirst()
                    .map(other -> " It was corrected by the edition " + other.id() + "; correct that one.")
                    .orElse("");
            throw Problem.conflict(
                    "edition-not-in-force",
                    "The edition " + edition + " has no period in the layer '" + layer + "' that could be corrected."
                            + heir);
        }
        return spans;
    }

    private static void requireOrder(Instant from, Instant until) {
        if (until != null && !from.isBefore(until)) {
            throw Problem.unprocessable(
                            "valid-period",
                            "An edition cannot begin at " + from + " and end at " + until
                                    + "; the end lies after the beginning.")
                    .with("/validUntil", Fault.ORDER, "not after validFrom");
        }
    }

    private static Problem inTheWay(RegisterWriter.Book book, Instant next) {
        return Problem.conflict(
                "edition-in-the-way",
                "The layer '" + book.layer().code() + "' changes at " + next
                        + "; end before that, or move or retire what begins or ends there first.");
    }
}
