package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives tasks to departments and parties, and writes down that they are done. */
@Component
public class JointTaskDesk {

    /** What a task came of. */
    enum Kind {
        DECISION,
        AGREEMENT,
        PLAN,
        LEADER,
        RECHECK,
        REVISIT
    }

    /** How it ended. */
    enum Outcome {
        DONE,
        RELEASED
    }

    /** The end of a task: DONE or RELEASED, and what was done or why not. */
    public record Ending(String outcome, String result) {}

    private final CaseFile caseFile;
    private final Answerable answerable;
    private final JointTaskBook book;
    private final CooperationNews news;
    private final Clock clock;

    JointTaskDesk(CaseFile caseFile, Answerable answerable, JointTaskBook book, CooperationNews news, Clock clock) {
        this.caseFile = caseFile;
        this.answerable = answerable;
        this.book = book;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Gives a task about an incident.
     *
     * @throws Problem 404, 403; 409 the incident is over; 422 nobody or two answer for it, an unknown department, no text, a
     *     time that is past
     */
    @Transactional
    public JointTask give(UUID incident, GiveTask task, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        Kind kind = task.kind() == null ? Kind.DECISION : Given.word(Kind.class, task.kind(), "/kind");
        return give(incident, standing.number(), kind, null, task, "", actor.name());
    }

    /** As the other, for an incident that is held; {@code pointer} is where the task stands in the request. */
    JointTask give(UUID incident, String number, Kind kind, UUID source, GiveTask task, String pointer, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Answerable.Body body = answerable.require(task.department(), task.party(), pointer);
        String text = Given.text(task.text(), pointer + "/text", Given.TEXT);
        Instant due = Given.later(task.due(), now, pointer + "/due").truncatedTo(ChronoUnit.MICROS);
        return give(incident, number, kind, source, text, body, due, now, actor);
    }

    /** As the other, checked already. */
    JointTask give(
            UUID incident,
            String number,
            Kind kind,
            UUID source,
            String text,
            Answerable.Body body,
            Instant due,
            Instant now,
            String actor) {
        JointTask given = book.insert(new JointTask(
                Ids.next(),
                incident,
                number,
                kind.name(),
                source,
                text,
                body.department(),
                body.party(),
                due,
                null,
                null,
                actor,
                now,
                null,
                null,
                null,
                1));
        news.tell(incident, number, "JOINT_TASK_GIVEN", actor, text, detail(given));
        return given;
    }

    /**
     * Ends a task.
     *
     * @throws Problem 404, 403, 412 changed since, 409 it has ended, 422 unknown outcome, no result
     */
    @Transactional
    public JointTask end(UUID id, Ending ending, int version, Actor actor) {
        JointTask task = book.lock(id);
        caseFile.read(task.incidentId(), actor);
        VersionTag.require(version, task.version(), "joint task", "stale");
        Outcome outcome = Given.word(Outcome.class, ending.outcome(), "/outcome");
        String result = Given.text(ending.result(), "/result", Given.TEXT);
        if (task.endedAt() != null) {
            throw Problem.conflict(
                    "joint-task-ended", "The task was " + task.outcome() + " at " + task.endedAt() + ".");
        }
        JointTask ended =
                book.end(id, outcome.name(), result, clock.instant().truncatedTo(ChronoUnit.MICROS), actor.name());
        news.tell(task.incidentId(), task.number(), "JOINT_TASK_" + outcome, actor.name(), result, detail(ended));
        return ended;
    }

    static Map<String, Object> detail(JointTask task) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("task", task.id());
        detail.put("kind", task.kind());
        detail.put("due", task.due());
        if (task.department() != null) {
            detail.put("department", task.department());
        }
        return detail;
    }
}
