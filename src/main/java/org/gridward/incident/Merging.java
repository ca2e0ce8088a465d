package org.gridward.incident;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What merging asks of the two incidents, and what those that were merged into one hear of it afterwards. */
@Component
class Merging {

    /** One of the two incidents. */
    private record Target(UUID id, String number, State state) {

        boolean isNamed(String name) {
            return number.equals(name) || id.toString().equals(name.toLowerCase(Locale.ROOT));
        }
    }

    private static final int NAME_MOST = 80;
    private static final int UUID_LENGTH = 36;

    private final JdbcClient jdbc;

    Merging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks both in the order of their ids; whatever is not right about the other is said later. */
    void lockBoth(UUID id, Map<String, Object> sent) {
        if (sent != null
                && sent.get("into") instanceof String text
                && text.length() <= NAME_MOST
                && text.indexOf('\0') < 0) {
            pair(id, text.strip());
        }
    }

    /**
     * The incident that is named, by id or number, to merge another into.
     *
     * @throws Problem 422 no such incident or itself, 409 it is over
     */
    UUID require(UUID id, String into) {
        Target target = pair(id, into).stream()
                .filter(one -> one.isNamed(into))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("unknown-incident", "There is no incident " + into + ".")
                        .with("/into", Fault.UNKNOWN, "unknown incident"));
        if (target.id().equals(id)) {
            throw Problem.unprocessable("merge-into-itself", "An incident cannot be merged into itself; name another.")
                    .with("/into", Fault.SAME, "the incident itself");
        }
        if (target.state().isOver()) {
            throw Problem.conflict(
                    "merge-target-over",
                    "Incident " + target.number() + " is " + target.state()
                            + "; nothing can be merged into it. "
                            + (target.state() == State.CLOSED
                                    ? "REOPEN it first, or merge the other way round."
                                    : "Name another: it is not opened again."));
        }
        return target.id();
    }

    /** As {@link #lockBoth}, of a merged incident and the one that it stands with. */
    void lockApart(UUID id) {
        jdbc.sql("SELECT merged_into FROM incident.incidents WHERE id = :id AND merged_into IS NOT NULL")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .ifPresent(into -> pair(id, into.toString()));
    }

    /** From which incident a merged one is taken, and when it was merged. */
    Map<String, Object> apart(UUID id) {
        return jdbc.sql("SELECT merged_into, closed_at FROM incident.incidents WHERE id = :id")
                .param("id", id)
                .query((row, n) -> Map.<String, Object>of(
                        "from", row.getObject("merged_into", UUID.class), "mergedAt", Instants.of(row, "closed_at")))
                .single();
    }

    private List<Target> pair(UUID id, String into) {
        return jdbc.sql(Sql.of("incident/lock_pair"))
                .param("one", id)
                .param("other", idOf(into))
                .param("number", into)
                .query((row, n) -> new Target(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    private static UUID idOf(String text) {
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException number) {
            return null;
        }
    }

    /** The answer to one reporter is the answer to all whose reports were merged into the incident, also by way of others. */
    void pass(IncidentChanged change, IncidentWriter writer) {
        if (change.action() == Action.FEEDBACK) {
            writer.answerMerged(change);
        }
    }
}
