package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import org.gridward.incident.Action;

/**
 * What an action on an incident does to its tasks and deadlines. RESPOND is met by being on the spot; CONTROL by saying so,
 * or by finishing; the rest by closing, which is done after a visit to check. A null task state leaves the tasks where they are.
 */
record ActionEffects(String taskState, List<String> met) {

    private static final Map<Action, ActionEffects> TABLE = Map.of(
            Action.ACCEPT, new ActionEffects("ACCEPTED", List.of()),
            Action.ARRIVE, new ActionEffects("ARRIVED", List.of("RESPOND")),
            Action.CONTROL, new ActionEffects(null, List.of("RESPOND", "CONTROL")),
            Action.FINISH, new ActionEffects("FINISHED", List.of("RESPOND", "CONTROL", "PLAN")),
            Action.CLOSE, new ActionEffects("CLOSED", List.of("RESPOND", "CONTROL", "REVISIT", "CLOSE", "PLAN")),
            Action.RETURN, new ActionEffects("ASSIGNED", List.of()));

    /** Null where the action leaves tasks and deadlines alone. */
    static ActionEffects of(Action action) {
        return TABLE.get(action);
    }
}
