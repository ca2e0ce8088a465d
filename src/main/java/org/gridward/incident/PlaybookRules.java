package org.gridward.incident;

import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a playbook must satisfy; each broken rule is one entry of the problem. Pure. */
final class PlaybookRules {

    private static final int STEPS_MOST = 50;
    private static final int STEP_MOST = 1_000;
    private static final int TITLE_MOST = 200;

    private PlaybookRules() {}

    static void check(NewPlaybook wanted) {
        Problem problem = Problem.unprocessable("playbook-not-acceptable", "The playbook cannot be taken as it is.");
        if (wanted.code() == null || !wanted.code().matches("[a-z][a-z0-9-]{1,62}")) {
            problem.with(
                    "/code",
                    Fault.word("leak-dispute"),
                    "Send a code of small letters, digits and hyphens, such as leak-dispute.");
        }
        text(problem, "/titleZh", wanted.titleZh(), TITLE_MOST);
        text(problem, "/titleEn", wanted.titleEn(), TITLE_MOST);
        int steps = wanted.steps() == null ? 0 : wanted.steps().size();
        if (steps < 1 || steps > STEPS_MOST) {
            problem.with("/steps", Fault.count(1, STEPS_MOST), steps + " steps; send 1 to " + STEPS_MOST + ".");
        } else {
            for (int i = 0; i < steps; i++) {
                Playbook.Step step = wanted.steps().get(i);
                text(problem, "/steps/" + i + "/textZh", step == null ? null : step.textZh(), STEP_MOST);
                text(problem, "/steps/" + i + "/textEn", step == null ? null : step.textEn(), STEP_MOST);
            }
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static void text(Problem problem, String pointer, String text, int most) {
        if (text == null || text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.length(1, most), "Send 1 to " + most + " characters, none of them U+0000.");
        }
    }
}
