package org.gridward.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.Due;
import org.gridward.deadline.DueMaker;
import org.gridward.deadline.TimeScale;
import org.gridward.incident.IncidentChanged;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the deadlines of an incident anew when it is triaged to another tier: counted from the report, without the times in
 * which its clocks stood still. What is met already stays met; what the new tier does not ask for no longer counts.
 */
@Component
class TierClocks {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final DeadlineClocks clocks;
    private final Pauses pauses;

    TierClocks(JdbcClient jdbc, Deadlines deadlines, DeadlineClocks clocks, Pauses pauses) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.pauses = pauses;
    }

    Optional<Instant> remake(IncidentChanged change) {
        DueMaker maker = deadlines.maker();
        List<RunningDeadline> open = clocks.hold(change.id());
        List<Due> wanted = maker.make(change.tier(), change.category(), null, change.reportedAt());
        Set<String> kinds = wanted.stream().map(Due::kind).collect(Collectors.toSet());
        open.stream()
                .filter(deadline -> !kinds.contains(deadline.kind()))
                .forEach(deadline -> drop(change, deadline.kind()));
        Set<String> met = metKinds(change);
        List<Pauses.Pause> stood = pauses.of(change.id());
        wanted.stream()
                .filter(due -> !met.contains(due.kind()))
                .forEach(due -> replace(change, shifted(due, stood, maker), maker));
        return clocks.nextDue(change.id());
    }

    private Set<String> metKinds(IncidentChanged change) {
        return Set.copyOf(
                jdbc.sql("SELECT kind FROM dispatch.deadlines WHERE incident_id = :incident AND met_at IS NOT NULL")
                        .param("incident", change.id())
                        .query(String.class)
                        .list());
    }

    /** The limit as it runs today: anchor and left after the pauses so far. */
    private static RunningDeadline shifted(Due due, List<Pauses.Pause> stood, DueMaker maker) {
        TimeScale scale = maker.scale(due.profileVersion(), due.unit());
        Instant anchor = due.startedAt();
        Duration left = due.length();
        for (Pauses.Pause pause : stood) {
            Duration ran = scale.between(anchor, pause.startedAt());
            if (ran.compareTo(left) >= 0 || pause.endedAt() == null) {
                break;
            }
            left = left.minus(ran);
            anchor = pause.endedAt();
        }
        RunningDeadline running = new RunningDeadline(
                0,
                null,
                due.kind(),
                due.unit(),
                due.profileVersion(),
                due.length(),
                anchor,
                left,
                due.due(),
                due.warnAt(),
                false,
                due.provisional());
        return running.recount(scale);
    }

    private void replace(IncidentChanged change, RunningDeadline to, DueMaker maker) {
        jdbc.sql(Sql.of("dispatch/replace_deadline"))
                .param("incident", change.id())
                .param("number", change.number())
                .param("revision", maker.revision())
                .param("kind", to.kind())
                .param("due", Pauses.time(to.due()))
                .param("warn", Pauses.time(to.warnAt()))
                .param("startedAt", Pauses.time(change.reportedAt()))
                .param("profile", to.profileVersion())
                .param("provisional", maker.isProvisional(to.unit(), to.anchor(), to.due()))
                .param("unit", to.unit().name())
                .param("length", ResponseWriter.micros(to.length()))
                .param("anchor", Pauses.time(to.anchor()))
                .param("left", ResponseWriter.micros(to.left()))
                .param("cause", "TRIAGE")
                .param("actor", change.actor())
                .param("reason", change.text("reason"))
                .update();
    }

    private void drop(IncidentChanged change, String kind) {
        jdbc.sql(Sql.of("dispatch/drop_deadline"))
                .param("incident", change.id())
                .param("kind", kind)
                .param("cause", "TRIAGE")
                .param("actor", change.actor())
                .param("reason", change.text("reason"))
                .update();
    }
}
