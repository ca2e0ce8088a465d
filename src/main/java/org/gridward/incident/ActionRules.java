package org.gridward.incident;

import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What the fields of an action must satisfy together. Pure. */
final class ActionRules {

    private ActionRules() {}

    /** @throws Problem 422 {@code action-not-acceptable} with a pointer */
    static void check(Action action, Map<String, Object> detail) {
        switch (action) {
            case TRIAGE ->
                require(
                        detail.containsKey("tier") || detail.containsKey("colour") || detail.containsKey("matterClass"),
                        action,
                        "/tier",
                        Fault.MISSING,
                        "send at least one of tier, colour, matterClass");
            case REVISIT ->
                require(
                        detail.containsKey("satisfaction")
                                || RevisitResult.UNREACHABLE.name().equals(detail.get("result")),
                        action,
                        "/satisfaction",
                        Fault.range(1, 5),
                        "missing; send 1 to 5 unless nobody was reached");
            case EXTEND ->
                require(
                        detail.containsKey("until") != detail.containsKey("workingDays"),
                        action,
                        "/until",
                        Fault.MISSING,
                        "send either until or workingDays");
            default -> {}
        }
    }

    private static void require(boolean kept, Action action, String pointer, Fault fault, String message) {
        if (!kept) {
            throw Problem.unprocessable("action-not-acceptable", "The action " + action + " cannot be taken as it is.")
                    .with(pointer, fault, message);
        }
    }
}
