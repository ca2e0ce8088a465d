package org.gridward.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Action;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a case is merged into another, the earlier clock counts; the other case says so. */
@Component
class MergedClocks {

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final IncidentDesk incidents;

    MergedClocks(JdbcClient jdbc, WriteBatch batch, @Lazy IncidentDesk incidents) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.incidents = incidents;
    }

    @EventListener
    void on(IncidentChanged change) {
        if (change.action() != Action.MERGE || !(change.detail().get("into") instanceof UUID into)) {
            return;
        }
        batch.sendNow();
        Optional<Instant> nextDue = Optional.ofNullable(jdbc.sql(Sql.of("dispatch/merge_deadlines"))
                        .param("from", change.id())
                        .param("into", into)
                        .param("at", Timestamp.from(change.at()))
                        .param("actor", change.actor())
                        .param("reason", change.number())
                        .query((row, n) -> row.getObject("next_due", OffsetDateTime.class))
                        .single())
                .map(OffsetDateTime::toInstant);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", change.id());
        detail.put("number", change.number());
        detail.put("reportedAt", change.reportedAt());
        incidents.happened(new Happening(into, "MERGED_IN", change.actor(), change.note(), detail, Map.of(), nextDue));
    }
}
