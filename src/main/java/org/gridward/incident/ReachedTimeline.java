package org.gridward.incident;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridward.incident.DeadlinesReached.Reached;
import org.gridward.platform.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes reached deadlines into the timelines of their incidents, a whole batch in one statement. */
@Component
class ReachedTimeline {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReachedTimeline(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void on(DeadlinesReached signal) {
        List<Reached> reached = signal.reached();
        jdbc.sql(Sql.of("incident/insert_reached"))
                .param("incidents", texts(reached, one -> one.incidentId().toString()))
                .param("words", texts(reached, Reached::word))
                .param("times", texts(reached, one -> one.at().toString()))
                .param("details", texts(reached, this::detail))
                .update();
    }

    private String detail(Reached one) {
        return json.writeValueAsString(Map.of("kind", one.kind(), "due", one.due()));
    }

    private static String[] texts(List<Reached> of, Function<Reached, String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }
}
