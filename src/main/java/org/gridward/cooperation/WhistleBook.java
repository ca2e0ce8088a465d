package org.gridward.cooperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads the calls of departments. */
@Component
public class WhistleBook {

    /** Which calls to list; null members do not narrow; state OPEN, LATE (time is up, nobody there) or ENDED. */
    public record Filter(UUID incident, String department, String state) {}

    private static final String RETURNING = " RETURNING *";

    private final JdbcClient jdbc;

    WhistleBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 404 {@code unknown-whistle-call} */
    public WhistleCall get(UUID id) {
        return one(id, "");
    }

    /** The latest calls that fit, before an id if given. */
    public List<WhistleCall> list(Filter filter, UUID before, int rows) {
        return jdbc.sql(Sql.of("cooperation/list_whistle_calls"))
                .param("incident", filter.incident())
                .param("department", filter.department())
                .param("state", filter.state())
                .param("before", before)
                .param("rows", rows)
                .query(WhistleCall.class)
                .list();
    }

    /** How each department answered the calls of a time; {@code department} null: all. */
    public List<ArrivalRate> rates(Instant from, Instant to, String department) {
        return jdbc.sql(Sql.of("cooperation/count_arrivals"))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("department", department)
                .query(ArrivalRate.class)
                .list();
    }

    WhistleCall lock(UUID id) {
        return one(id, " FOR UPDATE");
    }

    Optional<WhistleCall> findOpen(UUID incident, String department) {
        return jdbc.sql("""
                        SELECT * FROM cooperation.whistle_calls
                        WHERE incident_id = :incident AND department = :department AND ended_at IS NULL""")
                .param("incident", incident)
                .param("department", department)
                .query(WhistleCall.class)
                .optional();
    }

    void insert(WhistleCall call) {
        jdbc.sql("""
                        INSERT INTO cooperation.whistle_calls
                            (id, incident_id, number, department, wanted, called_by, called_at, arrive_by)
                        VALUES (:id, :incident, :number, :department, :wanted, :by, :at, :arriveBy)""")
                .param("id", call.id())
                .param("incident", call.incidentId())
                .param("number", call.number())
                .param("department", call.department())
                .param("wanted", call.wanted())
                .param("by", call.calledBy())
                .param("at", call.calledAt().atOffset(ZoneOffset.UTC))
                .param("arriveBy", call.arriveBy().atOffset(ZoneOffset.UTC))
                .update();
    }

    WhistleCall arrive(UUID id, String person, Instant at) {
        return jdbc.sql("""
                        UPDATE cooperation.whistle_calls
                        SET arrived_person = :person, arrived_at = :at, version = version + 1
                        WHERE id = :id""" + RETURNING)
                .param("id", id)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(WhistleCall.class)
                .single();
    }

    WhistleCall end(UUID id, String outcome, String result, Instant at) {
        return jdbc.sql("""
                        UPDATE cooperation.whistle_calls
                        SET outcome = :outcome, result = :result, ended_at = :at, version = version + 1
                        WHERE id = :id""" + RETURNING)
                .param("id", id)
                .param("outcome", outcome)
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(WhistleCall.class)
                .single();
    }

    private WhistleCall one(UUID id, String lock) {
        return jdbc.sql("SELECT * FROM cooperation.whistle_calls WHERE id = :id" + lock)
                .param("id", id)
                .query(WhistleCall.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-whistle-call", "There is no whistle call " + id + "."));
    }
}
