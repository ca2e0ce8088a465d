package org.gridward.cooperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads the tasks that were given together. */
@Component
public class JointTaskBook {

    /** Which tasks to list; null members do not narrow; state OPEN, DUE (open and late) or ENDED. */
    public record Filter(UUID incident, String department, String kind, String state) {}

    private final JdbcClient jdbc;

    JointTaskBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 404 {@code unknown-joint-task} */
    public JointTask get(UUID id) {
        return one(id, "");
    }

    /** The latest tasks that fit, before an id if given. */
    public List<JointTask> list(Filter filter, UUID before, int rows) {
        return jdbc.sql(Sql.of("cooperation/list_joint_tasks"))
                .param("incident", filter.incident())
                .param("department", filter.department())
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("before", before)
                .param("rows", rows)
                .query(JointTask.class)
                .list();
    }

    JointTask lock(UUID id) {
        return one(id, " FOR UPDATE");
    }

    JointTask insert(JointTask task) {
        return jdbc.sql(Sql.of("cooperation/insert_joint_task"))
                .param("id", task.id())
                .param("incident", task.incidentId())
                .param("number", task.number())
                .param("kind", task.kind())
                .param("source", task.source())
                .param("text", task.text())
                .param("department", task.department())
                .param("party", task.party())
                .param("due", task.due().atOffset(ZoneOffset.UTC))
                .param("by", task.givenBy())
                .param("at", task.givenAt().atOffset(ZoneOffset.UTC))
                .query(JointTask.class)
                .single();
    }

    JointTask end(UUID id, String outcome, String result, Instant at, String by) {
        return jdbc.sql("""
                        UPDATE cooperation.joint_tasks
                        SET outcome = :outcome, result = :result, ended_at = :at, ended_by = :by, version = version + 1
                        WHERE id = :id RETURNING *""")
                .param("id", id)
                .param("outcome", outcome)
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(JointTask.class)
                .single();
    }

    /** Releases what is open of an incident that ended without being dealt with. */
    void releaseAll(UUID incident, String why, Instant at, String by) {
        jdbc.sql("""
                        UPDATE cooperation.joint_tasks
                        SET outcome = 'RELEASED', result = :why, ended_at = :at, ended_by = :by, version = version + 1
                        WHERE incident_id = :incident AND ended_at IS NULL""")
                .param("incident", incident)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    private JointTask one(UUID id, String lock) {
        return jdbc.sql("SELECT * FROM cooperation.joint_tasks WHERE id = :id" + lock)
                .param("id", id)
                .query(JointTask.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-joint-task", "There is no joint task " + id + "."));
    }
}
