package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** Records the plans of hard cases and what a case teaches about its class. */
@Component
public class HardCaseDesk {

    private final CaseFile caseFile;
    private final HardCaseBook book;
    private final JointTaskDesk tasks;
    private final JointTaskBook taskBook;
    private final ClockHand clocks;
    private final CooperationNews news;
    private final Clock clock;

    HardCaseDesk(
            CaseFile caseFile,
            HardCaseBook book,
            JointTaskDesk tasks,
            JointTaskBook taskBook,
            ClockHand clocks,
            CooperationNews news,
            Clock clock) {
        this.caseFile = caseFile;
        this.book = book;
        this.tasks = tasks;
        this.taskBook = taskBook;
        this.clocks = clocks;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Records a plan: it meets the deadline PLAN and gives its task; the task of an earlier version is released.
     *
     * @throws Problem 404, 403, 409 over, or no hard case; 422 nobody answers for it, no text, no day
     */
    @Transactional
    public HardCase plan(UUID incident, HardCase.NewPlan plan, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        require(standing);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        GiveTask wanted = new GiveTask(null, plan.text(), plan.department(), plan.party(), plan.due());
        book.plans(incident).stream()
                .map(HardCase.Plan::task)
                .map(taskBook::lock)
                .filter(task -> task.endedAt() == null)
                .forEach(task -> taskBook.end(task.id(), "RELEASED", "a later plan", now, actor.name()));
        JointTask task =
                tasks.give(incident, standing.number(), JointTaskDesk.Kind.PLAN, incident, wanted, "", actor.name());
        book.insert(Ids.next(), incident, plan, task, now);
        news.quietly(incident, standing.number(), "PLAN_RECORDED", actor.name(), JointTaskDesk.detail(task));
        clocks.planned(incident, now, actor.name());
        return require(standing);
    }

    /**
     * Writes down what the case teaches about its class; also after it was solved.
     *
     * @throws Problem 404, 403, 409 no hard case, 412 changed since, 422 no lesson
     */
    @Transactional
    public HardCase teach(UUID incident, HardCase.Lesson lesson, int version, Actor actor) {
        Standing standing = caseFile.read(incident, actor);
        VersionTag.require(version, require(standing).version(), "hard case", "stale");
        String text = Given.text(lesson.lesson(), "/lesson", Given.TEXT);
        book.teach(incident, text, Given.optional(lesson.playbook(), "/playbook", Given.NAME));
        news.tell(incident, standing.number(), "HARD_CASE_TAUGHT", actor.name(), text, Map.of());
        return require(standing);
    }

    private HardCase require(Standing standing) {
        return book.find(standing.id())
                .filter(found -> found.withdrawnAt() == null)
                .orElseThrow(() -> Problem.conflict(
                        "no-hard-case",
                        "Incident " + standing.number() + " is of tier " + standing.tier()
                                + "; only those of tier 3 are in the library of hard problems."));
    }
}
