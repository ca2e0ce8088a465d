package org.gridward.cooperation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads steps up, their reasons and rules. */
@Component
public class EscalationBook {

    /** Why something goes up. */
    public record Reason(String code, String nameZh, String nameEn) {}

    /** What a deadline that passed does in a tier (null: every tier). */
    record Rule(Integer tier, String kind, int rungs) {}

    private final JdbcClient jdbc;

    EscalationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Reason> reasons() {
        return jdbc.sql("SELECT code, name_zh, name_en FROM cooperation.escalation_reasons ORDER BY ordinal")
                .query(Reason.class)
                .list();
    }

    /** The steps of an incident in order; the last says who is accountable now. */
    public List<Escalation> of(UUID incident) {
        return jdbc.sql("SELECT * FROM cooperation.escalations WHERE incident_id = :incident ORDER BY id")
                .param("incident", incident)
                .query(Escalation.class)
                .list();
    }

    Optional<Escalation> last(UUID incident) {
        return jdbc.sql("""
                        SELECT * FROM cooperation.escalations WHERE incident_id = :incident ORDER BY id DESC LIMIT 1""").param("incident", incident).query(Escalation.class).optional();
    }

    List<Rule> rules() {
        return jdbc.sql("""
                        SELECT tier, kind, rungs FROM cooperation.escalation_rules
                        WHERE valid_from <= clock_timestamp() AND (valid_to IS NULL OR valid_to > clock_timestamp())""").query(Rule.class).list();
    }

    void insert(Escalation step) {
        jdbc.sql(Sql.of("cooperation/insert_escalation"))
                .param("id", step.id())
                .param("incident", step.incidentId())
                .param("number", step.number())
                .param("fromLayer", step.fromLayer())
                .param("fromGrid", step.fromGrid())
                .param("toLayer", step.toLayer())
                .param("toGrid", step.toGrid())
                .param("reason", step.reason())
                .param("note", step.note())
                .param("team", step.accountableTeam())
                .param("person", step.accountablePerson())
                .param("automatic", step.automatic())
                .param("by", step.escalatedBy())
                .param("at", step.escalatedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
