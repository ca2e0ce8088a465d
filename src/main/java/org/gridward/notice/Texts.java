package org.gridward.notice;

import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Checks texts that people send: there, not too long, storable. */
final class Texts {

    private Texts() {}

    static void check(Problem problem, String pointer, String text, int most, boolean wanted) {
        if (text == null || text.isBlank()) {
            if (wanted) {
                problem.with(pointer, Fault.MISSING, "missing; send 1 to " + most + " characters");
            }
        } else if (text.length() > most) {
            problem.with(
                    pointer, Fault.tooLong(text.length(), most), text.length() + " characters; send at most " + most);
        } else if (text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7F)) {
            problem.with(pointer, Fault.CHARACTER, "holds a control character; leave it out");
        }
    }

    /** The text without blanks at its ends; null when nothing is left. */
    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
