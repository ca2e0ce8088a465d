package org.gridward.incident;

import java.time.Instant;
import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Who changed an incident last: what the one who came second is told. */
record LastChange(String actor, String action, Instant at) {

    /** The problem with the change as an entry: actor, action and at. */
    Problem tell(Problem problem) {
        problem.saying("why", "changed")
                .saying("actor", actor)
                .saying("action", action)
                .saying("at", at.toString());
        return problem.with(
                "",
                Fault.CHANGED,
                "last changed by " + this,
                null,
                Map.of("actor", actor, "action", action, "at", at.toString()));
    }

    @Override
    public String toString() {
        return actor + " (" + action + ") at " + at;
    }
}
