package org.gridward.grid.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import tools.jackson.databind.JsonNode;

/** Reads what the bodies of changes to a register have in common. */
final class Bodies {

    private static final int MOST_REASON = 2_000;

    private Bodies() {}

    static Optional<Instant> instant(JsonNode body, String member) {
        JsonNode node = body.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Instants.parse(node.isString() ? node.asString() : node.toString(), "/" + member));
    }

    static String reason(JsonNode body) {
        String reason = body.path("reason").asString("").strip();
        if (reason.isEmpty()) {
            throw missing("reason", "why, in a sentence that will be read in years");
        }
        if (reason.length() > MOST_REASON) {
            throw Problem.unprocessable(
                            "reason",
                            "The reason has " + reason.length() + " characters; use at most " + MOST_REASON + ".")
                    .with("/reason", Fault.atMost(MOST_REASON), "too long");
        }
        return reason;
    }

    static Problem missing(String member, String what) {
        return Problem.unprocessable(
                        "missing-" + member.toLowerCase(Locale.ROOT), "Send '" + member + "': " + what + ".")
                .with("/" + member, Fault.MISSING, "missing");
    }
}
