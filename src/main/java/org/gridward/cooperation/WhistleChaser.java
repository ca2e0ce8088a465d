package org.gridward.cooperation;

import java.util.List;
import java.util.Map;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chases, once, each department that was called and did not come in time. */
@Component
class WhistleChaser implements Sweep {

    private final JdbcClient jdbc;
    private final CooperationNews news;

    WhistleChaser(JdbcClient jdbc, CooperationNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public int look() {
        List<WhistleCall> late = jdbc.sql(Sql.of("cooperation/chase_whistle_calls"))
                .param("most", MOST)
                .query(WhistleCall.class)
                .list();
        late.forEach(call -> news.tell(
                call.incidentId(),
                call.number(),
                "WHISTLE_CHASED",
                CooperationNews.CLOCK,
                null,
                Map.of("call", call.id(), "department", call.department(), "arriveBy", call.arriveBy())));
        return late.size();
    }
}
