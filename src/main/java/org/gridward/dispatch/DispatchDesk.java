package org.gridward.dispatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.Due;
import org.gridward.deadline.DueMaker;
import org.gridward.deadline.Light;
import org.gridward.grid.Match;
import org.gridward.incident.Action;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentReplaced;
import org.gridward.incident.IncidentReported;
import org.gridward.incident.Placing;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Outbox;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Inquiry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gets a lead and helpers to each incident as it is reported, and keeps their tasks and deadlines in step with it. It
 * listens inside the transaction of the incident: both are stored or neither.
 */
@Component
public class DispatchDesk {

    private final DutyRoster roster;
    private final Deadlines deadlines;
    private final DatabaseClock databaseClock;
    private final ResponseWriter writer;
    private final Tasks tasks;
    private final HandOverBook handOvers;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    DispatchDesk(
            DutyRoster roster,
            Deadlines deadlines,
            DatabaseClock databaseClock,
            ResponseWriter writer,
            Tasks tasks,
            HandOverBook handOvers,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.roster = roster;
        this.deadlines = deadlines;
        this.databaseClock = databaseClock;
        this.writer = writer;
        this.tasks = tasks;
        this.handOvers = handOvers;
        this.outbox = outbox;
        this.events = events;
    }

    /** Asks the roster, gives the tasks, sets the deadlines, and signals back. */
    @EventListener
    void on(IncidentReported incident) {
        Instant at = incident.reportedAt();
        Answer answer = roster.whoAnswers(inquiry(incident.matches(), incident.category(), incident.placing(), at));
        List<TaskGiven> given = ResponsePlan.tasks(answer, incident.matches(), incident.receiver(), at);
        DueMaker maker = deadlines.maker();
        List<Due> dues = maker.make(incident.tier(), incident.category(), null, databaseClock.of(at));
        List<DeadlineSet> set = dues.stream().map(DispatchDesk::fresh).toList();
        writer.insert(incident.id(), incident.number(), incident.category(), given, dues, maker.revision());
        dispatched(incident.id().toString(), incident.number(), given, set);
        events.publishEvent(dispatched(incident.id(), answer, given, set, true));
    }

    /** Takes tasks and deadlines along with the incident. */
    @EventListener
    void on(IncidentChanged change) {
        if (change.action() == Action.ACCEPT
                && Boolean.TRUE.equals(change.detail().get("quickFix"))) {
            writer.releaseAll(change.id(), "fixed on the spot", change.at());
        }
        ActionEffects effects = ActionEffects.of(change);
        if (effects == null) {
            return;
        }
        Optional<Instant> nextDue = writer.move(change.id(), effects, change.at(), databaseClock.of(change.at()));
        if (change.action() == Action.REOPEN) {
            writer.giveAgain(change.id(), change.at());
        }
        events.publishEvent(
                change.action() == Action.FINISH
                        ? new AssignmentFinished(change.id(), nextDue)
                        : new AssignmentMoved(change.id(), nextDue));
    }

    /** Hands over to the people of the new grids, when they are others; the deadlines stay. Where the same lead keeps it after
     * an answer, the helpers who are no longer meant are released. */
    @EventListener
    void on(IncidentReplaced replaced) {
        Answer answer =
                roster.whoAnswers(inquiry(replaced.after(), replaced.category(), replaced.placing(), replaced.at()));
        List<TaskGiven> given = ResponsePlan.tasks(answer, replaced.after(), replaced.receiver(), replaced.at());
        List<TaskGiven> open = tasks.openOf(replaced.id());
        if (sameHands(open, given)) {
            if (replaced.placing().chosen() != null) {
                writer.releaseHelpers(replaced.id(), given, replaced.at());
            }
            events.publishEvent(dispatched(replaced.id(), answer, open, List.of(), false));
            return;
        }
        writer.endReplaced(replaced.id(), replaced.at());
        writer.insert(replaced.id(), replaced.number(), replaced.category(), given, List.of(), 0);
        handOvers.record(
                replaced.id(),
                replaced.number(),
                replaced.at(),
                replaced.because(),
                replaced.reason(),
                replaced.actor(),
                open.stream().filter(task -> task.part().equals("LEAD")).findFirst(),
                given.get(0),
                false);
        dispatched(replaced.id().toString(), replaced.number(), given, List.of());
        events.publishEvent(dispatched(replaced.id(), answer, given, List.of(), true));
    }

    private static DeadlineSet fresh(Due due) {
        return new DeadlineSet(
                due.kind(),
                due.due(),
                due.profileVersion(),
                due.provisional(),
                null,
                null,
                due.unit().name(),
                due.startedAt(),
                due.warnAt(),
                null,
                Light.GREEN.name(),
                false);
    }

    private static Inquiry inquiry(List<Match> matches, String category, Placing placing, Instant at) {
        return Inquiry.of(matches, Optional.of(category), at)
                .spot(placing.lon(), placing.lat(), placing.accuracyMeters())
                .chosen(placing.chosen(), placing.considered())
                .owner(placing.owner());
    }

    private static boolean sameHands(List<TaskGiven> open, List<TaskGiven> given) {
        return lead(open).equals(lead(given));
    }

    private static Optional<String> lead(List<TaskGiven> tasks) {
        return tasks.stream()
                .filter(task -> task.part().equals("LEAD"))
                .map(task -> task.gridCode() + " " + task.person())
                .findFirst();
    }

    private static UnitDispatched dispatched(
            java.util.UUID incident,
            Answer answer,
            List<TaskGiven> given,
            List<DeadlineSet> deadlines,
            boolean handedOver) {
        return new UnitDispatched(
                incident,
                ResponsePlan.lead(answer),
                ResponsePlan.helpers(answer),
                ResponsePlan.informed(answer),
                ResponsePlan.rule(answer.rule()),
                answer.standing().name(),
                ResponsePlan.face(answer),
                ResponsePlan.doubt(answer),
                ResponsePlan.question(answer),
                ResponsePlan.reasons(answer),
                given,
                deadlines,
                handedOver);
    }

    private void dispatched(String incident, String number, List<TaskGiven> given, List<DeadlineSet> deadlines) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", incident);
        payload.put("number", number);
        payload.put("tasks", given);
        if (!deadlines.isEmpty()) {
            payload.put("deadlines", deadlines);
        }
        outbox.append("UnitDispatched", incident, payload);
    }
}
