package org.gridward.cooperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads deliberations with what belongs to them. */
@Component
public class DeliberationBook {

    private final JdbcClient jdbc;
    private final DeliberationTemplates templates;

    DeliberationBook(JdbcClient jdbc, DeliberationTemplates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** @throws Problem 404 {@code unknown-deliberation} */
    public DeliberationView get(UUID id) {
        return view(one(id, ""));
    }

    /** The deliberations about an incident, in the order in which they were opened. */
    public List<DeliberationView> of(UUID incident) {
        return jdbc
                .sql("SELECT * FROM cooperation.deliberations WHERE incident_id = :incident ORDER BY id")
                .param("incident", incident)
                .query(Deliberation.class)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    Deliberation lock(UUID id) {
        return one(id, " FOR UPDATE");
    }

    boolean anyOpen(UUID incident) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.deliberations
                            WHERE incident_id = :incident AND closed_at IS NULL)""").param("incident", incident).query(Boolean.class).single();
    }

    void insert(Deliberation fresh) {
        jdbc.sql(Sql.of("cooperation/insert_deliberation"))
                .param("id", fresh.id())
                .param("incident", fresh.incidentId())
                .param("number", fresh.number())
                .param("template", fresh.template())
                .param("version", fresh.templateVersion())
                .param("subject", fresh.subject())
                .param("parties", fresh.parties())
                .param("by", fresh.openedBy())
                .param("at", fresh.openedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void takeStep(UUID id) {
        jdbc.sql("""
                        UPDATE cooperation.deliberations
                        SET steps_done = steps_done + 1, version = version + 1 WHERE id = :id""").param("id", id).update();
    }

    void touch(UUID id) {
        jdbc.sql("UPDATE cooperation.deliberations SET version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    void publish(UUID id, String where, Instant at, Instant until) {
        jdbc.sql("""
                        UPDATE cooperation.deliberations
                        SET published_at = :at, published_where = :where, publish_until = :until, version = version + 1
                        WHERE id = :id""")
                .param("id", id)
                .param("where", where)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(UUID id, String outcome, String result, Instant at) {
        jdbc.sql("""
                        UPDATE cooperation.deliberations
                        SET outcome = :outcome, result = :result, closed_at = :at, version = version + 1
                        WHERE id = :id""")
                .param("id", id)
                .param("outcome", outcome)
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends what is open about an incident that ended without being dealt with. */
    void closeAll(UUID incident, String why, Instant at) {
        jdbc.sql("""
                        UPDATE cooperation.deliberations
                        SET outcome = 'FAILED', result = :why, closed_at = :at, version = version + 1
                        WHERE incident_id = :incident AND closed_at IS NULL""")
                .param("incident", incident)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private DeliberationView view(Deliberation deliberation) {
        UUID id = deliberation.id();
        Template form = templates.get(deliberation.template(), deliberation.templateVersion());
        return new DeliberationView(
                deliberation,
                form,
                deliberation.stepsDone() < form.steps().size() ? form.steps().get(deliberation.stepsDone()) : null,
                list(
                        "SELECT * FROM cooperation.meetings WHERE deliberation_id = :id ORDER BY ordinal",
                        id,
                        Meeting.class),
                list("SELECT * FROM cooperation.votes WHERE deliberation_id = :id ORDER BY id", id, Vote.class),
                list(Sql.of("cooperation/list_proposals"), id, Proposal.class),
                list("SELECT * FROM cooperation.joint_tasks WHERE source = :id ORDER BY id", id, JointTask.class));
    }

    private <T> List<T> list(String sql, UUID id, Class<T> type) {
        return jdbc.sql(sql).param("id", id).query(type).list();
    }

    private Deliberation one(UUID id, String lock) {
        return jdbc.sql("SELECT * FROM cooperation.deliberations WHERE id = :id" + lock)
                .param("id", id)
                .query(Deliberation.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-deliberation", "There is no deliberation " + id + "."));
    }
}
