package org.gridward.incident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who reported one matter: read, and one more added. */
@Component
public class ReporterDesk {

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final Incidents incidents;
    private final IncidentDesk desk;
    private final WriteBatch batch;

    ReporterDesk(JdbcClient jdbc, CaseFile cases, Incidents incidents, IncidentDesk desk, WriteBatch batch) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.incidents = incidents;
        this.desk = desk;
        this.batch = batch;
    }

    /** The earliest first. @throws org.gridward.platform.Problem 404, 403 outside the actor's jurisdiction */
    public List<ReporterOf> of(UUID id, Actor actor) {
        cases.read(id, actor);
        return jdbc.sql(Sql.of("incident/list_reporters"))
                .param("id", id)
                .query((row, n) -> new ReporterOf(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("channel"),
                        Instants.of(row, "reported_at"),
                        row.getString("first_receiver"),
                        new Reporter(row.getString("reporter_name"), row.getString("reporter_phone")),
                        row.getString("description"),
                        Instants.of(row, "feedback_at"),
                        row.getString("external_source") == null
                                ? null
                                : new ExternalNumber(
                                        row.getString("external_source"), row.getString("external_number"))))
                .list();
    }

    /**
     * Files one more report of a matter and merges it at once: it keeps its own number, first receiver and tracking code, and
     * its reporter is answered with the case.
     *
     * @return the receipt of that report
     * @throws org.gridward.platform.Problem 404, 403, 409 when the case is over, 422 as for any report
     */
    @Transactional
    public IncidentReceipt add(UUID id, AddReporter more, Actor actor) {
        Standing standing = cases.hold(id, actor);
        IncidentRow row = incidents.find(List.of(id)).get(id);
        IncidentReceipt receipt = desk.report(
                new ReportIncident(
                        standing.category(),
                        more.description() == null || more.description().isBlank()
                                ? standing.description()
                                : more.description(),
                        Where.at(row.location().lon(), row.location().lat()),
                        more.channel(),
                        more.occurredAt(),
                        more.reporter()),
                actor);
        batch.sendNow();
        desk.act(
                receipt.incident().id(),
                new Act("MERGE", null, Map.of("into", id.toString())),
                receipt.version(),
                actor);
        return receipt;
    }
}
