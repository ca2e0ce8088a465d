package org.gridward.cooperation;

import java.util.List;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what is left to do together before an incident may be closed. */
@Component
class ClosingCheck {

    private final JdbcClient jdbc;

    ClosingCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 409 {@code cooperation-open} with an entry for each thing that is left */
    void require(UUID incident, String number, int tier) {
        List<String> left = jdbc.sql(Sql.of("cooperation/list_left_to_do"))
                .param("incident", incident)
                .param("tier", tier)
                .query(String.class)
                .list();
        if (!left.isEmpty()) {
            Problem problem = Problem.conflict(
                    "cooperation-open",
                    "Incident " + number + " cannot be closed yet: " + String.join("; ", left) + ".");
            left.forEach(one -> problem.with("/action", Fault.OPEN, one));
            throw problem;
        }
    }
}
