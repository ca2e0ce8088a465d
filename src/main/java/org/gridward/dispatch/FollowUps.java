package org.gridward.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.Action;
import org.gridward.incident.CaseFile;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.Standing;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.gridward.platform.WriteBatch;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Assignees;
import org.gridward.responsibility.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be done about an incident at an instant, such as tomorrow at eight: told when due, and done before it is closed. */
@Component
public class FollowUps {

    /** A follow-up; unit, firedAt, doneAt and doneBy may be null. */
    public record FollowUp(
            UUID id,
            UUID incidentId,
            String number,
            String text,
            Instant due,
            String gridCode,
            String team,
            String person,
            String unit,
            Instant madeAt,
            String madeBy,
            Instant firedAt,
            Instant doneAt,
            String doneBy) {

        @JsonProperty
        public String etag() {
            return VersionTag.of(VersionTag.once(doneAt != null));
        }
    }

    private static final Logger log = LoggerFactory.getLogger(FollowUps.class);

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final CaseFile cases;
    private final Assignees assignees;
    private final Tasks tasks;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            WriteBatch batch,
            CaseFile cases,
            Assignees assignees,
            Tasks tasks,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.cases = cases;
        this.assignees = assignees;
        this.tasks = tasks;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of one incident; the earliest due first. */
    public List<FollowUp> list(UUID incident, boolean open) {
        return list(incident, open, null, Limits.MAX);
    }

    /** A page of those of all incidents; the earliest due first. */
    public List<FollowUp> page(boolean open, UUID after, int limit) {
        return list(null, open, after, limit);
    }

    private List<FollowUp> list(UUID incident, boolean open, UUID after, int limit) {
        return jdbc.sql(Sql.of("dispatch/list_follow_ups"))
                .param("incident", incident)
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(FollowUps::of)
                .list();
    }

    /**
     * Plans one; it is for whoever answers under the code at its time.
     *
     * @throws Problem 404, 403, 409 the incident is over, 422 naming each fault
     */
    @Transactional
    public FollowUp add(UUID incident, String text, Instant due, String to, Actor actor) {
        Standing standing = cases.hold(incident, actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Problem problem =
                Problem.unprocessable("follow-up-not-acceptable", "The follow-up cannot be planned as it is.");
        if (text == null || text.isBlank() || text.length() > 2_000 || text.indexOf('\0') >= 0) {
            problem.with("/text", Fault.missingText(2_000), "send 1 to 2000 characters, without U+0000.");
        }
        if (due == null || !due.isAfter(now) || due.isAfter(now.plus(366, ChronoUnit.DAYS))) {
            problem.with("/due", Fault.daysAhead(366), due + ": send an instant after " + now + ", within a year.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        List<String> homes = homes(standing);
        Rule rule = new Rule("follow-up", 0, 0, "后续跟进", "Follow-up");
        List<String> asked = to == null || to.isBlank() ? homes : List.of(to.strip());
        Answering who = asked.stream()
                .flatMap(code -> assignees.find(code, homes.get(0), due, rule).stream())
                .findFirst()
                .orElseThrow(() -> problem.with(
                        "/to",
                        Fault.NOBODY,
                        String.join(", ", asked) + ": nobody is there at " + due
                                + "; send unit/CODE, a department, a grid."));
        FollowUp made = new FollowUp(
                Ids.next(),
                incident,
                standing.number(),
                text.strip(),
                due,
                who.gridCode(),
                who.team(),
                who.person(),
                who.unit(),
                now,
                actor.name(),
                null,
                null,
                null);
        batch.add(
                Sql.of("dispatch/insert_follow_up"),
                made.id(),
                incident,
                made.number(),
                made.text(),
                due,
                made.gridCode(),
                made.team(),
                made.person(),
                made.unit(),
                now,
                actor.name());
        cases.write(incident, "FOLLOW_UP", actor.name(), made.text(), Map.of("due", due, "person", made.person()));
        return made;
    }

    /** Where it is asked who answers: in the grid of whoever leads, then in each that holds the place; never empty. */
    private List<String> homes(Standing standing) {
        List<String> codes = new ArrayList<>();
        tasks.openOf(standing.id()).stream()
                .filter(task -> task.part().equals("LEAD"))
                .map(TaskGiven::gridCode)
                .forEach(codes::add);
        codes.addAll(standing.gridCodes());
        return codes.isEmpty() ? List.of("") : codes;
    }

    /** @throws Problem 404 no such follow-up, 403 its incident lies elsewhere, 412 done since, 409 done already */
    @Transactional
    public void done(UUID id, int seen, Actor actor) {
        UUID incident = jdbc.sql("SELECT incident_id FROM dispatch.follow_ups WHERE id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-follow-up", "There is no follow-up " + id + "."));
        cases.read(incident, actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> ended = jdbc.sql(Sql.of("dispatch/end_follow_up"))
                .param("id", id)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .query((row, n) -> Map.<String, Object>of(
                        "incident", row.getObject("incident_id", UUID.class), "text", row.getString("text")))
                .optional()
                .orElseThrow(() -> VersionTag.matches(seen, VersionTag.once(true))
                        ? Problem.conflict("no-open-follow-up", "The follow-up " + id + " was done already.")
                        : Problem.stale("stale-follow-up", "The follow-up " + id + " was done; read it again."));
        cases.write((UUID) ended.get("incident"), "FOLLOW_UP_DONE", actor.name(), (String) ended.get("text"), Map.of());
    }

    /** Forbids to close while one is open. */
    @EventListener
    void on(IncidentChanged change) {
        if (change.action() == Action.CLOSE) {
            list(change.id(), true).stream().findFirst().ifPresent(open -> {
                throw Problem.conflict(
                        "follow-up-open",
                        "Incident " + change.number() + " has a follow-up for " + open.person() + " due " + open.due()
                                + "; say that it is done first.");
            });
        }
    }

    @Scheduled(initialDelay = 6_000, fixedDelay = 5_000)
    void look() {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql(Sql.of("dispatch/fire_follow_ups"))
                    .query((row, n) -> Map.<String, Object>of(
                            "id", row.getObject("id", UUID.class),
                            "incidentId", row.getObject("incident_id", UUID.class),
                            "number", row.getString("number"),
                            "text", row.getString("text"),
                            "due", Instants.of(row, "due"),
                            "person", row.getString("person")))
                    .list()
                    .forEach(due ->
                            outbox.append("FollowUpDue", due.get("incidentId").toString(), due)));
        } catch (DataAccessException | TransactionException away) {
            log.debug("Follow-ups not looked at: {}", away.toString());
        }
    }

    private static FollowUp of(ResultSet row, int n) throws SQLException {
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("number"),
                row.getString("text"),
                Instants.of(row, "due"),
                row.getString("grid_code"),
                row.getString("team"),
                row.getString("person"),
                row.getString("unit"),
                Instants.of(row, "made_at"),
                row.getString("made_by"),
                Instants.of(row, "fired_at"),
                Instants.of(row, "done_at"),
                row.getString("done_by"));
    }
}
