package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Declarations.Declared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes and shows the duty plan of a team: shifts, absences, deputies, the team it is paired with. Nothing is overwritten. */
@Component
public class PlanDesk {

    /** The grid of another layer whose team is paired with this one's. */
    public record Paired(String layer, String gridCode) {}

    /** What is planned of a team at an instant. */
    public record TeamPlan(
            List<Declared<Shift>> shifts,
            List<Declared<Absence>> absences,
            List<Declared<StandIn>> deputies,
            List<Declared<Paired>> pairedWith) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final AuditTrail audit;

    PlanDesk(JdbcClient jdbc, JsonMapper json, Knowledge knowledge, RosterKeeper keeper, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.audit = audit;
    }

    /** What holds at an instant as known at another. */
    public TeamPlan of(String layer, String gridCode, Instant at, Instant knownAt) {
        DutyPlan.OfTeam plan = keeper.roster().plan().of(layer, gridCode);
        return new TeamPlan(
                Declarations.held(plan.shifts(), at, knownAt),
                Declarations.held(plan.absences(), at, knownAt),
                Declarations.held(plan.standIns(), at, knownAt),
                Declarations.held(
                        plan.partners().stream()
                                .map(row -> new Held<>(
                                        row.span(),
                                        new Paired(
                                                row.thing().layer(), row.thing().gridCode())))
                                .toList(),
                        at,
                        knownAt));
    }

    /**
     * Takes an entry for a period in place of what was planned under the same code then.
     *
     * @param entry a {@link Shift}, {@link Absence}, {@link StandIn} or {@link Paired}
     * @param cancelled true: what was planned then is taken back and nothing put in its place
     * @throws Problem 404 the grid has no team, 422 naming each fault
     */
    @Transactional
    public void plan(
            String layer,
            String gridCode,
            Object entry,
            Instant validFrom,
            Instant validTo,
            boolean cancelled,
            String actor) {
        Period period = Period.of(validFrom, validTo);
        Roster roster = keeper.roster();
        List<Team> teams = Stream.concat(
                        roster.teamsOf(gridCode, Objects.requireNonNullElse(validFrom, Instant.EPOCH), null).stream(),
                        roster.teamsOf(gridCode, Instant.parse("2999-01-01T00:00:00Z"), null).stream())
                .filter(team -> team.layer().equals(layer))
                .toList();
        if (teams.isEmpty()) {
            throw Problem.notFound("unknown-team", "The grid '" + gridCode + "' of layer '" + layer + "' has no team.");
        }
        new PlanChecks(roster, teams.get(0)).check(entry);
        Instant knownAt = knowledge.next();
        set(jdbc.sql(Sql.of("responsibility/end_plan_entry")), period, knownAt, layer, gridCode, entry)
                .update();
        if (!cancelled) {
            set(jdbc.sql(Sql.of("responsibility/insert_plan_entry")), period, knownAt, layer, gridCode, entry)
                    .param("entry", json.writeValueAsString(entry))
                    .update();
        }
        audit.append(
                actor,
                "DUTY_PLAN_" + kind(entry) + (cancelled ? "_CANCELLED" : ""),
                layer + "/" + gridCode,
                Map.of("code", code(entry), "validFrom", Objects.toString(validFrom)));
    }

    private static JdbcClient.StatementSpec set(
            JdbcClient.StatementSpec sql, Period period, Instant knownAt, String layer, String grid, Object entry) {
        return period.set(sql, knownAt)
                .param("kind", kind(entry))
                .param("layer", layer)
                .param("gridCode", grid)
                .param("code", code(entry));
    }

    private static String kind(Object entry) {
        return entry instanceof Shift
                ? "SHIFT"
                : entry instanceof Absence ? "ABSENCE" : entry instanceof StandIn ? "DEPUTY" : "PAIR";
    }

    private static String code(Object entry) {
        if (entry instanceof Shift shift) {
            return shift.code();
        }
        List<String> parts = new ArrayList<>();
        if (entry instanceof Absence absence) {
            parts.addAll(List.of(absence.role(), absence.label()));
        } else if (entry instanceof StandIn standIn) {
            parts.addAll(List.of(standIn.role(), standIn.label(), String.valueOf(standIn.rank())));
        } else if (entry instanceof Paired paired) {
            parts.addAll(List.of(paired.layer(), paired.gridCode()));
        }
        return String.join("/", parts);
    }
}
