package org.gridward.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentRow;
import org.gridward.incident.Incidents;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Where;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes incidents of what sensors see; a flood of signals of one device is one incident with a counter. */
@Component
public class SensorDesk {

    /** What a signal did: {@code created} is whether it made the incident, {@code signals} how many it stands for now. */
    public record Taken(UUID incident, String number, boolean created, long signals) {}

    private record Case(UUID incidentId, long signals) {}

    private final JdbcClient jdbc;
    private final IncidentDesk incidents;
    private final Incidents reader;
    private final Clock clock;

    SensorDesk(JdbcClient jdbc, IncidentDesk incidents, Incidents reader, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Takes a signal: counted with the open incident of its device and category, or the first of a new one.
     *
     * @throws Problem 422 as for any report
     */
    @Transactional
    public Taken take(SensorSignal signal, Actor actor) {
        check(signal);
        Instant at = signal.at() == null ? clock.instant() : signal.at();
        Case counted = jdbc.sql(Sql.of("intake/count_signal"))
                .param("device", signal.device())
                .param("category", signal.category())
                .param("at", Timestamp.from(at))
                .query(Case.class)
                .single();
        Optional<IncidentRow> open = counted.incidentId() == null
                ? Optional.empty()
                : Optional.ofNullable(reader.find(java.util.List.of(counted.incidentId()))
                                .get(counted.incidentId()))
                        .filter(row -> row.closedAt() == null);
        if (open.isPresent()) {
            return new Taken(open.get().id(), open.get().number(), false, counted.signals());
        }
        var made = incidents
                .report(
                        new ReportIncident(
                                signal.category(),
                                "感知设备 " + signal.device() + (signal.value() == null ? "" : "：" + signal.value()),
                                Where.near(signal.lon(), signal.lat(), null, signal.accuracyMeters(), null),
                                "SENSOR",
                                at,
                                null),
                        actor)
                .incident();
        jdbc.sql(Sql.of("intake/start_device_case"))
                .param("device", signal.device())
                .param("category", signal.category())
                .param("incident", made.id())
                .param("at", Timestamp.from(at))
                .update();
        return new Taken(made.id(), made.number(), true, 1);
    }

    private static void check(SensorSignal signal) {
        Problem problem = Problem.unprocessable("signal-not-acceptable", "The signal cannot be taken as it is.");
        text(problem, "/device", signal.device(), 80, true);
        text(problem, "/category", signal.category(), 80, true);
        text(problem, "/value", signal.value(), 1_000, false);
        if (signal.lon() == null || signal.lat() == null) {
            problem.with(signal.lon() == null ? "/lon" : "/lat", Fault.MISSING, "missing; send degrees of WGS 84.");
        }
        if (signal.at() != null
                && (signal.at().isBefore(Instant.EPOCH)
                        || signal.at().isAfter(Instant.parse("9999-01-01T00:00:00Z")))) {
            problem.with("/at", Fault.TIME, signal.at() + " is no time of a signal.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static void text(Problem problem, String pointer, String text, int most, boolean wanted) {
        if (text == null || text.isBlank() ? wanted : text.length() > most || text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.length(1, most), "send 1 to " + most + " characters, none of them U+0000.");
        }
    }
}
