package org.gridward.cooperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts incidents under listed supervision (挂牌督办), ends it, and alarms the leader once when the limit has passed. */
@Component
public class SupervisionDesk implements Sweep {

    private final JdbcClient jdbc;
    private final Answerable answerable;
    private final EscalationDesk ladder;
    private final CooperationNews news;

    SupervisionDesk(JdbcClient jdbc, Answerable answerable, EscalationDesk ladder, CooperationNews news) {
        this.jdbc = jdbc;
        this.answerable = answerable;
        this.ladder = ladder;
        this.news = news;
    }

    /** The supervision of an incident that was ordered last. */
    public Optional<Supervision> of(UUID incident) {
        return jdbc.sql("""
                        SELECT * FROM cooperation.supervisions WHERE incident_id = :incident ORDER BY id DESC LIMIT 1""")
                .param("incident", incident)
                .query(Supervision.class)
                .optional();
    }

    /** The supervisions that are open, the one due first at the top. */
    public List<Supervision> open() {
        return jdbc.sql("SELECT * FROM cooperation.supervisions WHERE ended_at IS NULL ORDER BY due, id LIMIT 10000")
                .query(Supervision.class)
                .list();
    }

    /** @throws Problem 409 {@code supervised-already}; 422 no or an unknown department, no limit, or one that is past */
    void order(
            UUID incident, String number, String department, Instant until, String reason, Instant now, String actor) {
        String code = answerable.department(department, "/department");
        Instant due = Given.later(until, now, "/until");
        of(incident).filter(last -> last.endedAt() == null).ifPresent(open -> {
            throw Problem.conflict(
                    "supervised-already",
                    "Incident " + number + " is supervised already: " + open.department() + " until " + open.due()
                            + ".");
        });
        jdbc.sql("""
                        INSERT INTO cooperation.supervisions
                            (id, incident_id, number, department, reason, due, ordered_by, ordered_at)
                        VALUES (:id, :incident, :number, :department, :reason::text, :due, :by, :at)""")
                .param("id", Ids.next())
                .param("incident", incident)
                .param("number", number)
                .param("department", code)
                .param("reason", Given.optional(reason, "/note", Given.TEXT))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("by", actor)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        news.quietly(incident, number, "SUPERVISION_ORDERED", actor, Map.of("department", code, "due", due));
    }

    /** @return whether one was open */
    boolean end(UUID incident, String number, Instant now, String actor) {
        boolean ended = jdbc.sql("""
                        UPDATE cooperation.supervisions SET ended_at = :at, ended_by = :by
                        WHERE incident_id = :incident AND ended_at IS NULL""")
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("by", actor)
                        .param("incident", incident)
                        .update()
                > 0;
        if (ended) {
            news.quietly(incident, number, "SUPERVISION_ENDED", actor, Map.of());
        }
        return ended;
    }

    /** Whether the supervision of an incident ended at that very instant. */
    boolean endedAt(UUID incident, Instant at) {
        return jdbc.sql(
                                "SELECT count(*) FROM cooperation.supervisions WHERE incident_id = :incident AND ended_at = :at")
                        .param("incident", incident)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public int look() {
        List<Supervision> late = jdbc.sql(Sql.of("cooperation/alarm_supervisions"))
                .param("most", MOST)
                .query(Supervision.class)
                .list();
        late.forEach(this::alarm);
        return late.size();
    }

    private void alarm(Supervision late) {
        String leader = ladder.leaderAbove(late.incidentId());
        jdbc.sql("UPDATE cooperation.supervisions SET leader = :leader::text WHERE id = :id")
                .param("leader", leader)
                .param("id", late.id())
                .update();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("department", late.department());
        detail.put("due", late.due());
        detail.put("leader", leader);
        news.tell(late.incidentId(), late.number(), "SUPERVISION_OVERDUE", CooperationNews.CLOCK, null, detail);
    }
}
