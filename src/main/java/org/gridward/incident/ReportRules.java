package org.gridward.incident;

import java.time.Duration;
import java.time.Instant;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a report must satisfy besides its category and location; every broken rule is one entry of the problem. Pure. */
final class ReportRules {

    static final int TEXT_MOST = 4_000;
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private ReportRules() {}

    static void check(ReportIncident report, Instant now) {
        Problem problem = Problem.unprocessable("report-not-acceptable", "The report cannot be taken as it is.");
        text(problem, "/description", report.description(), TEXT_MOST, true);
        text(problem, "/category", report.category(), 80, true);
        if (report.occurredAt() != null && report.occurredAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            problem.with(
                    "/occurredAt", Fault.FUTURE, report.occurredAt() + " is in the future; it is " + now + " now.");
        }
        if (report.occurredAt() != null && report.occurredAt().isBefore(EARLIEST)) {
            problem.with(
                    "/occurredAt",
                    Fault.PAST,
                    report.occurredAt() + " lies before " + EARLIEST + "; correct the year.");
        }
        if (report.reporter() != null) {
            text(problem, "/reporter/name", report.reporter().name(), 100, false);
            text(problem, "/reporter/phone", report.reporter().phone(), 40, false);
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    /** @throws Problem 422 when the note is longer than a note may be, or missing where the action needs one */
    static void checkNote(Action action, String note) {
        Problem problem = Problem.unprocessable(
                "note-not-acceptable", "The action " + action + " cannot be taken with this note.");
        text(problem, "/note", note, TEXT_MOST, action.needsNote());
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    static void text(Problem problem, String pointer, String text, int most, boolean wanted) {
        if (text == null || text.isBlank()) {
            if (wanted) {
                problem.with(pointer, Fault.missingText(most), "missing; send 1 to " + most + " characters.");
            }
        } else if (text.length() > most) {
            problem.with(
                    pointer,
                    Fault.tooLong(text.length(), most),
                    text.length() + " characters; send at most " + most + ".");
        } else if (text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.CHARACTER, "holds the character U+0000, which cannot be stored; leave it out.");
        }
    }
}
