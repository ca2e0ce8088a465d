package org.gridward.cooperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The library of hard problems: stored and searched. */
@Component
public class HardCaseBook {

    /** Which cases to list; null members do not narrow. */
    public record Filter(UUID incident, String state, String category, String words) {}

    private static final String LIST = "cooperation/list_hard_cases";

    private final JdbcClient jdbc;
    private final WriteBatch batch;

    HardCaseBook(JdbcClient jdbc, WriteBatch batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** The latest cases that fit, before an incident's id if given. */
    public List<HardCase> list(Filter filter, UUID before, int rows) {
        return jdbc.sql(Sql.of(LIST))
                .param("incident", filter.incident())
                .param("state", filter.state())
                .param("category", filter.category())
                .param("words", filter.words())
                .param("before", before)
                .param("rows", rows)
                .query(HardCase.class)
                .list();
    }

    /** The entry of an incident, if it is or was a hard case. */
    public Optional<HardCase> find(UUID incident) {
        batch.sendNow();
        return list(new Filter(incident, null, null, null), null, 1).stream().findFirst();
    }

    /** The versions of its plan, the first first. */
    public List<HardCase.Plan> plans(UUID incident) {
        return jdbc.sql("SELECT * FROM cooperation.plans WHERE incident_id = :incident ORDER BY ordinal")
                .param("incident", incident)
                .query(HardCase.Plan.class)
                .list();
    }

    void open(UUID incident, String number, String category, String subject, Instant at) {
        String brief = subject.length() > 400 ? subject.substring(0, 400) : subject;
        batch.add(Sql.of("cooperation/insert_hard_case"), incident, number, category, brief, at);
    }

    void insert(UUID id, UUID incident, HardCase.NewPlan plan, JointTask task, Instant at) {
        jdbc.sql(Sql.of("cooperation/insert_plan"))
                .param("id", id)
                .param("incident", incident)
                .param("text", task.text())
                .param("department", task.department())
                .param("party", task.party())
                .param("due", task.due().atOffset(ZoneOffset.UTC))
                .param("privateSide", Given.optional(plan.privateSide(), "/privateSide", Given.TEXT))
                .param("publicSide", Given.optional(plan.publicSide(), "/publicSide", Given.TEXT))
                .param("task", task.id())
                .param("by", task.givenBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void solve(UUID incident, Instant at) {
        jdbc.sql("UPDATE cooperation.hard_cases SET solved_at = :at, version = version + 1 WHERE incident_id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", incident)
                .update();
    }

    void withdraw(UUID incident, Instant at) {
        batch.sendNow();
        jdbc.sql("""
                        UPDATE cooperation.hard_cases SET withdrawn_at = :at, version = version + 1
                        WHERE incident_id = :id AND solved_at IS NULL""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", incident)
                .update();
    }

    void teach(UUID incident, String lesson, String playbook) {
        jdbc.sql("""
                        UPDATE cooperation.hard_cases
                        SET lesson = :lesson, playbook = :playbook::text, version = version + 1 WHERE incident_id = :id""")
                .param("lesson", lesson)
                .param("playbook", playbook)
                .param("id", incident)
                .update();
    }
}
