package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Joint dispatch: a case closes when its lead closes it and every helper is done or was released. */
@Component
class HelperGuard {

    private final Tasks tasks;

    HelperGuard(Tasks tasks) {
        this.tasks = tasks;
    }

    /** @throws Problem 409 {@code helpers-open} with an entry for each helper who is neither done nor released */
    @EventListener
    void on(IncidentChanged change) {
        if (change.action() != Action.CLOSE) {
            return;
        }
        List<TaskGiven> open = tasks.openOf(change.id()).stream()
                .filter(task -> task.part().equals("HELPER"))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Problem problem = Problem.conflict(
                        "helpers-open",
                        "Incident " + change.number() + " cannot be closed while " + open.size()
                                + " of its helpers are neither done nor released; act on their tasks (POST /tasks/{id}/actions).")
                .saying("open", open.size());
        open.forEach(task -> problem.with(
                "/tasks/" + task.id(),
                Fault.OPEN,
                task.person() + " is " + task.state(),
                null,
                Map.of(
                        "task",
                        task.id(),
                        "person",
                        task.person(),
                        "state",
                        task.state(),
                        "offRoster",
                        task.offRoster())));
        throw problem;
    }
}
