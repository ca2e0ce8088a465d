package org.gridward.incident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What merging asks of the two incidents, and what those that were merged into one hear of it afterwards. */
@Component
class Merging {

    /** An incident that another is to be merged into. */
    private record Target(UUID id, String number, State state) {}

    private final JdbcClient jdbc;

    Merging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks both in the order of their ids; whatever is not right about the other is said later. */
    void lockBoth(UUID id, Map<String, Object> sent) {
        if (sent != null
                && sent.get("into") instanceof String text
                && text.strip().length() == 36) {
            try {
                target(id, UUID.fromString(text.strip()));
            } catch (IllegalArgumentException unreadable) {
                // refused with the other fields
            }
        }
    }

    /** @throws Problem 422 no such incident or itself, 409 it is over */
    void require(UUID id, UUID into) {
        if (id.equals(into)) {
            throw Problem.unprocessable("merge-into-itself", "An incident cannot be merged into itself; name another.")
                    .with("/into", "the incident itself");
        }
        Target target = target(id, into).stream()
                .filter(one -> one.id().equals(into))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("unknown-incident", "There is no incident " + into + ".")
                        .with("/into", "unknown incident"));
        if (target.state().isOver()) {
            throw Problem.conflict(
                    "merge-target-over",
                    "Incident " + target.number() + " is " + target.state()
                            + "; nothing can be merged into it. REOPEN it first, or merge the other way round.");
        }
    }

    private List<Target> target(UUID id, UUID into) {
        return jdbc.sql(Sql.of("incident/lock_pair"))
                .param("one", id)
                .param("other", into)
                .query((row, n) -> new Target(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /** The answer to one reporter is the answer to all whose reports were merged into the incident, also by way of others. */
    void pass(IncidentChanged change, IncidentWriter writer) {
        if (change.action() == Action.FEEDBACK) {
            writer.answerMerged(change);
        }
    }
}
