package org.gridward.campaign;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the visits that are to be made, those of many items in one statement. */
@Component
class VisitWriter {

    private final JdbcClient jdbc;

    VisitWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void plan(List<UUID> items, List<VisitMaker.Planned> visits) {
        jdbc.sql(Sql.of("campaign/plan_visits"))
                .param("items", items.stream().map(UUID::toString).toArray(String[]::new))
                .param("parts", visits.stream().map(VisitMaker.Planned::part).toArray(String[]::new))
                .param("from", texts(visits, true))
                .param("until", texts(visits, false))
                .update();
    }

    private static String[] texts(List<VisitMaker.Planned> visits, boolean from) {
        return visits.stream()
                .map(visit -> (from ? visit.dueFrom() : visit.dueUntil()).atOffset(ZoneOffset.UTC))
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
