package org.gridward.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.dispatch.AssignmentOverdue;
import org.gridward.dispatch.UnitDispatched;
import org.gridward.grid.Match;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentReported;
import org.gridward.incident.IncidentUndone;
import org.gridward.incident.Responder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to incidents, inside their transactions, and tells whoever subscribed to it. */
@Component
class NewsListener {

    /** A little longer than a closing or a transfer can be taken back. */
    private static final int HOLD_SECONDS = 12;

    private final MessageWriter messages;

    NewsListener(MessageWriter messages) {
        this.messages = messages;
    }

    @EventListener
    void on(IncidentReported incident) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", incident.id());
        facts.put("number", incident.number());
        facts.put("category", incident.category());
        facts.put("tier", incident.tier());
        facts.put("channel", incident.channel());
        facts.put("grids", incident.matches().stream().map(Match::gridCode).toList());
        facts.put("reportedAt", incident.reportedAt());
        messages.write(new MessageWriter.News(
                NoticeEvent.INCIDENT_REPORTED,
                incident.id(),
                incident.reportedAt(),
                incident.category(),
                incident.matches().stream().map(Match::gridCode).toList(),
                facts,
                incident.description()));
    }

    @EventListener
    void on(IncidentChanged change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", change.id());
        facts.put("number", change.number());
        facts.put("action", change.action());
        facts.put("from", change.from());
        facts.put("state", change.to());
        facts.put("category", change.category());
        facts.put("tier", change.tier());
        facts.put("gridCode", change.gridCode());
        messages.write(new MessageWriter.News(
                NoticeEvent.INCIDENT_CHANGED,
                change.id(),
                change.at(),
                change.category(),
                null,
                facts,
                null,
                change.action() == Action.CLOSE || change.action() == Action.TRANSFER ? HOLD_SECONDS : 0));
    }

    /** What was held back about it is not told: it did not happen. */
    @EventListener
    void on(IncidentUndone undone) {
        messages.withdraw(undone.id(), undone.done());
    }

    @EventListener
    void on(AssignmentOverdue overdue) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", overdue.incidentId());
        facts.put("number", overdue.number());
        facts.put("kind", overdue.kind());
        facts.put("due", overdue.due());
        messages.write(new MessageWriter.News(
                NoticeEvent.ASSIGNMENT_OVERDUE, overdue.incidentId(), overdue.firedAt(), null, null, facts, null));
    }

    /** The grids are those of the lead and the helpers, so that each grid's people can hear of their own tasks. */
    @EventListener
    void on(UnitDispatched dispatched) {
        List<Responder> asked = new ArrayList<>(dispatched.helpers());
        dispatched.lead().ifPresent(lead -> asked.add(0, lead));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", dispatched.incidentId());
        facts.put("lead", dispatched.lead().map(NewsListener::label).orElse(null));
        facts.put(
                "helpers",
                dispatched.helpers().stream().map(NewsListener::label).toList());
        facts.put("handedOver", dispatched.handedOver());
        messages.write(new MessageWriter.News(
                NoticeEvent.UNIT_DISPATCHED,
                dispatched.incidentId(),
                dispatched.tasks().isEmpty() ? null : dispatched.tasks().get(0).startedAt(),
                null,
                asked.stream().map(Responder::gridCode).toList(),
                facts,
                null,
                dispatched.rule().id().equals("transfer") ? HOLD_SECONDS : 0));
    }

    private static String label(Responder who) {
        return who.gridCode() + " " + who.team() + (who.person() == null ? "" : " " + who.person());
    }
}
