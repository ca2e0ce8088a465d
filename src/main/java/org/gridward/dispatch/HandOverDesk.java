package org.gridward.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.deadline.Deadlines;
import org.gridward.grid.GridMap;
import org.gridward.grid.Match;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.ReasonGiven;
import org.gridward.incident.State;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Assignees;
import org.gridward.responsibility.Rule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands a case to somebody else: TRANSFER to whom the dispatcher names, RETURN to whom the one who refuses it names. A case
 * that is refused a second time goes to an arbiter, the head of the grid above or the dispatch desk, with a deadline; nobody
 * refuses it after that, and the ruling is final. Who refuses without naming anybody gives it back to its first receiver.
 */
@Component
class HandOverDesk {

    private static final int ARBITER_HOURS = 4;

    private record Spot(double lon, double lat, String firstReceiver) {}

    private final JdbcClient jdbc;
    private final Assignees assignees;
    private final GridMap gridMap;
    private final Tasks tasks;
    private final ResponseWriter writer;
    private final HandOverBook book;
    private final Arbitrations arbitrations;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    HandOverDesk(
            JdbcClient jdbc,
            Assignees assignees,
            GridMap gridMap,
            Tasks tasks,
            ResponseWriter writer,
            HandOverBook book,
            Arbitrations arbitrations,
            Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.assignees = assignees;
        this.gridMap = gridMap;
        this.tasks = tasks;
        this.writer = writer;
        this.book = book;
        this.arbitrations = arbitrations;
        this.deadlines = deadlines;
        this.events = events;
    }

    @EventListener
    void on(IncidentChanged change) {
        if (change.action() == Action.TRANSFER) {
            transfer(change);
        } else if (change.action() == Action.RETURN && isRefusal(change.from())) {
            refuse(change);
        } else if (change.to().isOver()) {
            arbitrations.end(change.id(), change.at(), null, null, null);
        }
    }

    /** Before anything was finished a RETURN is a refusal; after that it asks for the work again. */
    private static boolean isRefusal(State from) {
        return from == State.DISPATCHED || from == State.ACCEPTED || from == State.ARRIVED;
    }

    private void transfer(IncidentChanged change) {
        boolean ruling = Rulings.isOnItsWay();
        Optional<Arbitrations.Arbitration> arbitration = ruling ? Optional.empty() : arbitrations.of(change.id());
        if (arbitration.filter(Arbitrations.Arbitration::isOpen).isPresent()) {
            throw withArbiter(change, arbitration.get());
        }
        Rule rule = new Rule(
                ruling ? "ruling" : "transfer",
                0,
                0,
                (ruling ? "裁定：" : "转办：") + change.text("reason"),
                (ruling ? "Ruled: " : "Transferred: ") + change.text("reason"));
        Answering to = target(change, change.text("to"), "/to", rule);
        hand(change, to, ruling ? "RULING" : change.text("to").startsWith("unit/") ? "ASSIGN" : "TRANSFER", false);
    }

    private void refuse(IncidentChanged change) {
        Optional<Arbitrations.Arbitration> arbitration = arbitrations.of(change.id());
        if (arbitration.isPresent()) {
            throw withArbiter(change, arbitration.get());
        }
        List<HandOverBook.HandOver> before = book.of(change.id());
        if (before.stream().anyMatch(HandOverBook.HandOver::bounce)) {
            arbitrate(change);
            return;
        }
        String suggested = change.text("suggest");
        if (suggested == null) {
            keep(change);
            return;
        }
        Rule rule = new Rule(
                "returned",
                0,
                0,
                "退回并指明：" + change.text("reason"),
                "Returned, naming who then: " + change.text("reason"));
        hand(change, target(change, suggested, "/suggest", rule), "RETURN", true);
    }

    /** Unclear who then: the first receiver keeps it. */
    private void keep(IncidentChanged change) {
        Rule rule = new Rule(
                "first-receiver", 0, 0, "退回而未指明由谁办理：由首接者负责。", "Returned without a name: its first receiver keeps it.");
        Spot spot = spot(change);
        List<TaskGiven> given = List.of(ResponsePlan.desk(matches(spot, change), spot.firstReceiver(), change.at()));
        give(change, given, Optional.empty(), List.of(), rule, "RETURN", true);
    }

    private void arbitrate(IncidentChanged change) {
        Rule rule = new Rule(
                "arbiter", 0, 0, "两次退回，由上级网格或调度台裁定。", "Refused twice; the grid above or the dispatch desk decides.");
        Instant due = deadlines.due(ARBITER_HOURS, "URGENT_HOURS", change.at());
        Optional<Answering> above = above(change, rule);
        String arbiter = above.map(Answering::person).orElse("调度台");
        String grid = above.map(Answering::gridCode).orElse(null);
        arbitrations.ask(change.id(), change.number(), change.at(), due, arbiter, grid, change.text("reason"));
        List<TaskGiven> given = List.of(above.map(head -> ResponsePlan.task(head, "LEAD", change.at()))
                .orElseGet(() -> ResponsePlan.desk(List.of(), null, change.at())));
        give(change, given, above, List.of(), rule, "RETURN", true);
    }

    /** The head of the nearest grid above the one that refuses, of another team than it. */
    private Optional<Answering> above(IncidentChanged change, Rule rule) {
        TaskGiven lead = lead(change);
        List<Match> matches = matches(spot(change), change);
        for (int i = matches.size() - 1; i >= 0; i--) {
            Match match = matches.get(i);
            if (gridMap.layer(match.layer()).kind() == org.gridward.grid.LayerKind.PARTITION
                    && (lead == null || !match.gridCode().equals(lead.gridCode()))
                    && (lead == null
                            || match.gridCode().length()
                                    < Math.max(1, lead.gridCode().length()))) {
                Optional<Answering> head =
                        assignees.find(match.layer() + "/" + match.gridCode(), match.gridCode(), change.at(), rule);
                if (head.isPresent()) {
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    private void hand(IncidentChanged change, Answering to, String because, boolean bounce) {
        List<Answering> helpers = because.equals("ASSIGN")
                ? List.of()
                : assignees.helpers(to, change.category(), change.at(), to.because());
        List<TaskGiven> given = new ArrayList<>();
        given.add(ResponsePlan.task(to, "LEAD", change.at()));
        helpers.forEach(helper -> given.add(ResponsePlan.task(helper, "HELPER", change.at())));
        give(change, given, Optional.of(to), helpers, to.because(), because, bounce);
    }

    private void give(
            IncidentChanged change,
            List<TaskGiven> given,
            Optional<Answering> to,
            List<Answering> helpers,
            Rule rule,
            String because,
            boolean bounce) {
        TaskGiven before = lead(change);
        writer.endReplaced(change.id(), change.at());
        writer.insert(change.id(), change.number(), change.category(), given, List.of(), 0);
        book.record(
                change.id(),
                change.number(),
                change.at(),
                because,
                change.text("reason"),
                change.actor(),
                Optional.ofNullable(before),
                given.get(0),
                bounce);
        events.publishEvent(new UnitDispatched(
                change.id(),
                to.map(ResponsePlan::responder),
                helpers.stream().map(ResponsePlan::responder).toList(),
                List.of(),
                ResponsePlan.rule(rule),
                "OWNED",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new ReasonGiven(rule.id(), rule.text(), rule.textEn())),
                given,
                List.of(),
                true));
    }

    private Answering target(IncidentChanged change, String code, String pointer, Rule rule) {
        Answering found = assignees
                .find(code, change.gridCode() == null ? "" : change.gridCode(), change.at(), rule)
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-target",
                                "'" + code + "' names nobody who could take incident " + change.number()
                                        + " now; send the code of a grid with a team, of a department, or unit/CODE.")
                        .saying("target", code)
                        .with(pointer, Fault.UNKNOWN, "nobody answers under this code"));
        TaskGiven lead = lead(change);
        if (lead != null
                && lead.gridCode().equals(found.gridCode())
                && lead.person().equals(found.person())) {
            throw Problem.unprocessable(
                            "same-hands", "Incident " + change.number() + " is with " + found.person() + " already.")
                    .with(pointer, Fault.SAME, "has it now");
        }
        return found;
    }

    private static Problem withArbiter(IncidentChanged change, Arbitrations.Arbitration arbitration) {
        if (arbitration.isOpen()) {
            return Problem.conflict(
                            "with-arbiter",
                            "Incident " + change.number() + " was refused twice and waits for the ruling of "
                                    + arbitration.arbiter() + " until " + arbitration.due()
                                    + "; POST /api/v1/incidents/{id}/ruling decides.")
                    .saying("arbiter", arbitration.arbiter())
                    .saying("due", arbitration.due().toString());
        }
        return Problem.conflict(
                        "ruled",
                        "Who deals with incident " + change.number() + " was ruled by " + arbitration.ruledBy()
                                + "; it is not refused again. Ask the dispatch desk to TRANSFER it.")
                .saying("by", arbitration.ruledBy());
    }

    private TaskGiven lead(IncidentChanged change) {
        return tasks.openOf(change.id()).stream()
                .filter(task -> task.part().equals("LEAD"))
                .findFirst()
                .orElse(null);
    }

    private List<Match> matches(Spot spot, IncidentChanged change) {
        return gridMap.locate(spot.lon(), spot.lat(), change.at(), null);
    }

    private Spot spot(IncidentChanged change) {
        return jdbc.sql(Sql.of("dispatch/find_spot"))
                .param("incident", change.id())
                .query((row, n) ->
                        new Spot(row.getDouble("lon"), row.getDouble("lat"), row.getString("first_receiver")))
                .single();
    }
}
