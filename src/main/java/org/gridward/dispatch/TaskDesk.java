package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.dispatch.TaskLife.TaskAction;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what helpers do: each task goes its own way beside the incident, with its own times. The incident is locked first, so
 * that nobody closes it meanwhile.
 */
@Component
public class TaskDesk {

    private static final int TEXT_MOST = 4_000;

    private final Tasks tasks;
    private final CaseFile cases;
    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskDesk(
            Tasks tasks,
            CaseFile cases,
            JdbcClient jdbc,
            WriteBatch batch,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.jdbc = jdbc;
        this.batch = batch;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an action on the task of a helper; returns the task afterwards.
     *
     * @param version that the actor has seen
     * @throws Problem 404 no such task, 403 wrong role or jurisdiction, 412 changed since, 409 not allowed in its state, the
     *     lead's task, or the incident is over, 422 unknown action, a reason is missing, too long or not readable
     */
    @Transactional
    public Task act(UUID id, ActOnTask act, int version, Actor actor) {
        TaskAction action = TaskLife.action(act.action());
        Task seen = tasks.get(id);
        requireRole(action, actor);
        cases.hold(seen.incidentId(), actor);
        Task task = lock(id);
        if (!VersionTag.matches(version, task.given().version())) {
            throw Problem.stale(
                    "stale-task",
                    "The task of " + task.given().person() + " is at version "
                            + task.given().version() + " and " + task.given().state() + ", not " + version
                            + "; read it again and decide anew.");
        }
        TaskLife.require(action, task.given().part(), task.given().state());
        String reason = reason(action, act);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        batch.add(Sql.of("dispatch/move_task"), id, action.to(), now, reason);
        tell(task, action, reason, act.note(), now, actor);
        batch.sendNow();
        return tasks.get(id);
    }

    /**
     * Releases every helper of an incident who is not done, for one reason.
     *
     * @param version of the incident that the actor has seen
     * @return how many were released
     * @throws Problem as {@link #act}; 409 {@code no-helpers-open} when there is none
     */
    @Transactional
    public int releaseAll(UUID incident, String why, int version, Actor actor) {
        requireRole(TaskAction.RELEASE, actor);
        Standing standing = cases.hold(incident, actor);
        SeenVersion.require(standing, version);
        String reason = reason(TaskAction.RELEASE, new ActOnTask(TaskAction.RELEASE.name(), why, null));
        List<Task> open = tasks.openOf(incident).stream()
                .filter(task -> task.part().equals("HELPER"))
                .map(task -> tasks.get(task.id()))
                .toList();
        if (open.isEmpty()) {
            throw Problem.conflict(
                    "no-helpers-open", "Every helper of incident " + standing.number() + " is done or released.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Task task : open) {
            batch.add(Sql.of("dispatch/move_task"), task.given().id(), TaskAction.RELEASE.to(), now, reason);
            tell(task, TaskAction.RELEASE, reason, null, now, actor);
        }
        return open.size();
    }

    private Task lock(UUID id) {
        jdbc.sql("SELECT FROM dispatch.tasks WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query()
                .listOfRows();
        return tasks.get(id);
    }

    private static void requireRole(TaskAction action, Actor actor) {
        if (!TaskLife.allows(action, actor.roles())) {
            throw Problem.forbidden(
                            "role-not-allowed",
                            action + " of a task needs another role; '" + actor.name() + "' has " + actor.roles() + ".")
                    .saying("action", action.name());
        }
    }

    private static String reason(TaskAction action, ActOnTask act) {
        Problem problem =
                Problem.unprocessable("action-not-acceptable", "The action " + action + " cannot be taken as it is.");
        check(problem, "/note", act.note());
        check(problem, "/reason", act.reason());
        String reason = act.reason() == null || act.reason().isBlank()
                ? null
                : act.reason().strip();
        if (action.needsReason() && reason == null) {
            problem.with("/reason", Fault.MISSING, "missing; say why the helper is not needed any more");
        }
        if (!action.needsReason() && reason != null) {
            problem.with("/reason", Fault.SUPERFLUOUS, "unknown field; it belongs to RELEASE");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        return reason;
    }

    private static void check(Problem problem, String pointer, String text) {
        if (text != null && text.length() > TEXT_MOST) {
            problem.with(
                    pointer,
                    Fault.tooLong(text.length(), TEXT_MOST),
                    text.length() + " characters; send at most " + TEXT_MOST);
        } else if (text != null && text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.CHARACTER, "holds the character U+0000, which cannot be stored; leave it out");
        }
    }

    private void tell(Task task, TaskAction action, String reason, String note, Instant now, Actor actor) {
        TaskMoved moved = new TaskMoved(
                task.given().id(),
                task.incidentId(),
                task.number(),
                task.given().gridCode(),
                task.given().person(),
                action.name(),
                task.given().state(),
                action.to(),
                reason,
                now,
                actor.name());
        events.publishEvent(moved);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("task", moved.taskId());
        detail.put("person", moved.person());
        detail.put("gridCode", moved.gridCode());
        Optional.ofNullable(reason).ifPresent(why -> detail.put("reason", why));
        String said = note == null || note.isBlank() ? null : note.strip();
        cases.write(task.incidentId(), "TASK_" + action, actor.name(), said, detail);
        Map<String, Object> payload = new LinkedHashMap<>(detail);
        payload.put("id", moved.incidentId());
        payload.put("number", moved.number());
        payload.put("taskState", moved.to());
        payload.put("at", now);
        outbox.append("TaskMoved", moved.incidentId().toString(), payload);
        audit.append(
                actor.name(),
                "TASK_" + action,
                moved.incidentId().toString(),
                Map.of("number", moved.number(), "task", moved.taskId(), "to", moved.to()));
    }
}
