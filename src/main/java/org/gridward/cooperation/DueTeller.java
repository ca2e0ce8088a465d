package org.gridward.cooperation;

import java.util.List;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells, once, of each open task that fell due. */
@Component
class DueTeller implements Sweep {

    private final JdbcClient jdbc;
    private final CooperationNews news;

    DueTeller(JdbcClient jdbc, CooperationNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public int look() {
        List<JointTask> due = jdbc.sql(Sql.of("cooperation/tell_due_tasks"))
                .param("most", MOST)
                .query(JointTask.class)
                .list();
        due.forEach(task -> news.tell(
                task.incidentId(),
                task.number(),
                "JOINT_TASK_DUE",
                CooperationNews.CLOCK,
                task.text(),
                JointTaskDesk.detail(task)));
        return due.size();
    }
}
