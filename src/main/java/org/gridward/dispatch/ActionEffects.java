package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;

/**
 * What an action on an incident does to its lead's task and to its deadlines. RESPOND is met by being on the spot; CONTROL by
 * saying so, or by finishing; REVISIT by a visit that reached somebody; CLOSE by closing. Reopening takes CLOSE and REVISIT
 * back: they are due when they were due before. A null task state leaves the task where it is.
 *
 * @param over whether nothing more is asked: tasks are released and deadlines no longer count
 */
record ActionEffects(String taskState, List<String> met, List<String> takenBack, boolean over) {

    private static final Map<Action, ActionEffects> TABLE = Map.of(
            Action.ACCEPT, task("ACCEPTED"),
            Action.ARRIVE, task("ARRIVED", "RESPOND"),
            Action.CONTROL, task(null, "RESPOND", "CONTROL"),
            Action.FINISH, task("FINISHED", "RESPOND", "CONTROL", "PLAN"),
            Action.REVISIT, task(null, "REVISIT"),
            Action.CLOSE, task("CLOSED", "RESPOND", "CONTROL", "CLOSE", "PLAN"),
            Action.RETURN, task("ASSIGNED"),
            Action.REOPEN, new ActionEffects(null, List.of(), List.of("CLOSE", "REVISIT"), false),
            Action.VOID, new ActionEffects(null, List.of(), List.of(), true),
            Action.MERGE, new ActionEffects(null, List.of(), List.of(), true));

    private static final ActionEffects NONE = task(null);

    private static ActionEffects task(String state, String... met) {
        return new ActionEffects(state, List.of(met), List.of(), false);
    }

    /** Null where the action leaves tasks and deadlines alone. */
    static ActionEffects of(IncidentChanged change) {
        if (change.action() == Action.REVISIT
                && "UNREACHABLE".equals(change.detail().get("result"))) {
            return NONE;
        }
        return TABLE.get(change.action());
    }
}
