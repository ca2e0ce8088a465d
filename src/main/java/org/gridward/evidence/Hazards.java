package org.gridward.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Role;
import org.gridward.incident.Act;
import org.gridward.incident.Action;
import org.gridward.incident.CaseFile;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured at a danger, and what follows by the table of thresholds: how urgent the case is, how far people keep
 * away, and an engineer's look without which the case is not closed.
 */
@Component
public class Hazards {

    /** A measurement as it is sent. */
    public record Measured(String measure, Double value, String unit, Boolean hidden, String note) {}

    private record Threshold(double atLeast, String unit, int tier, String colour, double zoneM, Integer checkHours) {}

    private static final Map<String, Double> METERS = Map.of("mm", 0.001, "cm", 0.01, "m", 1.0);
    private static final String THRESHOLDS = """
            SELECT at_least, unit, tier, colour, zone_m, check_hours FROM evidence.thresholds
            WHERE measure = :measure ORDER BY at_least DESC""";
    private static final String CHECK = """
            UPDATE evidence.hazards SET checked_at = clock_timestamp(), checked_by = :actor, safe = :safe, result = :result
            WHERE id = :id AND incident_id = :incident AND checked_at IS NULL""";
    private static final String UNCHECKED =
            "SELECT count(*) FROM evidence.hazards WHERE incident_id = :incident AND check_due IS NOT NULL"
                    + " AND checked_at IS NULL";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CaseFile cases;
    private final IncidentDesk desk;
    private final AuditTrail audit;

    Hazards(JdbcClient jdbc, JsonMapper json, CaseFile cases, IncidentDesk desk, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.cases = cases;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * Writes a measurement down; a case that it makes more urgent is triaged anew at once, by rule.
     *
     * @throws Problem 404, 403, 409 the incident; 422 a measure that has no thresholds, a value that is none
     */
    @Transactional
    public Hazard measure(UUID incident, Measured measured, Actor actor) {
        Standing standing = cases.hold(incident, actor);
        Threshold threshold = threshold(measured);
        UUID id = Ids.next();
        jdbc.sql(Sql.of("evidence/insert_hazard"))
                .param("id", id)
                .param("incident", incident)
                .param("measure", measured.measure())
                .param("value", measured.value())
                .param("unit", measured.unit())
                .param("tier", threshold.tier())
                .param("colour", threshold.colour())
                .param("hidden", Boolean.TRUE.equals(measured.hidden()))
                .param("meters", threshold.zoneM())
                .param("note", measured.note())
                .param("actor", actor.name())
                .param("checkHours", threshold.checkHours())
                .update();
        if (threshold.tier() < standing.tier()
                || threshold.tier() == 1 && !standing.colour().equals("RED")) {
            String why = measured.measure() + " " + measured.value() + " " + measured.unit() + " ≥ "
                    + threshold.atLeast() + " " + threshold.unit();
            desk.act(
                    incident,
                    new Act(
                            Action.TRIAGE.name(),
                            null,
                            Map.of("tier", threshold.tier(), "colour", threshold.colour(), "reason", why)),
                    standing.version(),
                    new Actor("hazard rule", Set.of(Role.DISPATCHER), Actor.WHOLE_CITY, java.util.Optional.empty()));
        }
        audit.append(actor, "HAZARD_MEASURED", incident.toString(), Map.of("hazard", id, "tier", threshold.tier()));
        return list(incident).stream()
                .filter(hazard -> hazard.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What the engineer found.
     *
     * @throws Problem 404, 403, 409 the incident; 412 when it was looked at since; 409 when before; 422 no result
     */
    @Transactional
    public void check(UUID incident, UUID hazard, Boolean safe, String result, int seen, Actor actor) {
        cases.hold(incident, actor);
        list(incident).stream()
                .filter(one -> one.id().equals(hazard))
                .forEach(one ->
                        VersionTag.require(seen, VersionTag.once(one.checkedAt() != null), "hazard", "stale-hazard"));
        if (safe == null || result == null || result.isBlank() || result.length() > 4_000) {
            throw Problem.unprocessable("check-result", "Send \"safe\" and a \"result\" of 1 to 4000 characters.")
                    .with("/result", Fault.MISSING, "missing or too long");
        }
        int checked = jdbc.sql(CHECK)
                .param("actor", actor.name())
                .param("safe", safe)
                .param("result", result.strip())
                .param("id", hazard)
                .param("incident", incident)
                .update();
        if (checked == 0) {
            throw Problem.conflict(
                    "nothing-to-check", "There is no hazard '" + hazard + "' at this incident that waits for a look.");
        }
        audit.append(actor, "HAZARD_CHECKED", incident.toString(), Map.of("hazard", hazard, "safe", safe));
    }

    /** The hazards measured at an incident, in their order. */
    public List<Hazard> list(UUID incident) {
        return jdbc.sql(Sql.of("evidence/list_hazards"))
                .param("incident", incident)
                .query(this::hazard)
                .list();
    }

    /** A hazard with the incident at which it was measured. */
    public record Measure(UUID incidentId, String number, Hazard hazard) {}

    /** All that were measured, the latest first; those that an engineer has yet to look at before the others; after null: from the first. */
    public List<Measure> list(UUID after, int limit) {
        return jdbc.sql(Sql.of("evidence/list_all_hazards"))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) ->
                        new Measure(row.getObject("incident_id", UUID.class), row.getString("number"), hazard(row, n)))
                .list();
    }

    @EventListener
    void on(IncidentChanged change) {
        if (change.action() != Action.CLOSE) {
            return;
        }
        long open = jdbc.sql(UNCHECKED)
                .param("incident", change.id())
                .query(Long.class)
                .single();
        if (open > 0) {
            throw Problem.conflict(
                            "engineering-check-open",
                            "Incident " + change.number() + " has " + open
                                    + " measured hazard(s) that no engineer has looked at;"
                                    + " record the result first.")
                    .saying("open", open);
        }
    }

    private Threshold threshold(Measured measured) {
        Problem problem = Problem.unprocessable("measure-not-acceptable", "The measurement cannot be used as it is.");
        Double meters = measured.unit() == null ? null : METERS.get(measured.unit());
        if (meters == null) {
            problem.with("/unit", Fault.CHOICE, "'" + measured.unit() + "': send mm, cm or m.");
        }
        Double value = measured.value();
        if (value == null || !(value >= 0 && value <= 100_000)) {
            problem.with("/value", Fault.range(0, 100_000), value + " is no length; send 0 to 100000.");
        }
        if (measured.note() != null
                && (measured.note().length() > 4_000 || measured.note().indexOf('\0') >= 0)) {
            problem.with("/note", Fault.atMost(4_000), "at most 4000 characters, without U+0000.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        double length = value * meters;
        return jdbc
                .sql(THRESHOLDS)
                .param("measure", measured.measure() == null ? "" : measured.measure())
                .query(Threshold.class)
                .list()
                .stream()
                .filter(one -> length >= one.atLeast() * METERS.get(one.unit()) - 1e-12)
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-measure",
                                "'" + measured.measure()
                                        + "' has no thresholds; known are wall_tilt, door_gap, crack_width, water_depth.")
                        .with("/measure", Fault.UNKNOWN, "unknown"));
    }

    @SuppressWarnings("unchecked")
    private Hazard hazard(ResultSet row, int number) throws SQLException {
        return new Hazard(
                row.getObject("id", UUID.class),
                row.getString("measure"),
                row.getDouble("value"),
                row.getString("unit"),
                row.getInt("tier"),
                row.getString("colour"),
                row.getBoolean("hidden"),
                json.readValue(row.getString("zone"), Map.class),
                row.getString("note"),
                row.getString("noted_by"),
                Photos.instant(row, "noted_at"),
                Photos.instant(row, "check_due"),
                Photos.instant(row, "checked_at"),
                row.getString("checked_by"),
                row.getObject("safe", Boolean.class),
                row.getString("result"));
    }
}
