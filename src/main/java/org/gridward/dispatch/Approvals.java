package org.gridward.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what was asked and decided about clocks. */
@Component
public class Approvals {

    private static final int MOST = 10_000;

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one incident (null: of all), the latest first; {@code open}: only what waits for a decision. */
    public List<Approval> list(UUID incident, boolean open) {
        return jdbc.sql(Sql.of("dispatch/list_approvals"))
                .param("incident", incident)
                .param("open", open)
                .param("most", MOST)
                .query(Approval::of)
                .list();
    }

    /** @throws Problem 409 {@code approval-open} when the same is asked already */
    long ask(UUID incident, String number, String action, Instant until, Integer days, String reason, String actor) {
        try {
            return jdbc.sql(Sql.of("dispatch/insert_approval"))
                    .param("incident", incident)
                    .param("number", number)
                    .param("action", action)
                    .param("until", Pauses.time(until))
                    .param("workingDays", days)
                    .param("reason", reason)
                    .param("actor", actor)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException asked) {
            throw Problem.conflict(
                    "approval-open",
                    action + " of incident " + number + " is asked for already and waits for a decision.");
        }
    }

    /** @throws Problem 404 {@code unknown-approval} */
    Approval hold(UUID incident, long id) {
        return jdbc.sql(Sql.of("dispatch/lock_approval"))
                .param("incident", incident)
                .param("id", id)
                .query(Approval::of)
                .optional()
                .orElseThrow(() ->
                        Problem.notFound("unknown-approval", "Incident " + incident + " has no approval " + id + "."));
    }

    void decide(long id, String state, String actor, String note) {
        jdbc.sql(Sql.of("dispatch/decide_approval"))
                .param("id", id)
                .param("state", state)
                .param("actor", actor)
                .param("note", note)
                .update();
    }

    void lapse(UUID incident, String actor) {
        jdbc.sql(Sql.of("dispatch/lapse_approvals"))
                .param("incident", incident)
                .param("actor", actor)
                .update();
    }
}
