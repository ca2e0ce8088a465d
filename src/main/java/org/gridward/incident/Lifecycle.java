package org.gridward.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.platform.Problem;

/**
 * The transition table: from which state an action leads to which. Pure; what is not in the table is refused, naming what
 * is allowed instead.
 */
final class Lifecycle {

    private static final Map<State, Map<Action, State>> TABLE = new EnumMap<>(State.class);

    static {
        row(State.REPORTED, Action.NOTE, State.REPORTED);
        row(State.DISPATCHED, Action.NOTE, State.DISPATCHED, Action.ACCEPT, State.ACCEPTED);
        row(
                State.ACCEPTED,
                Action.NOTE,
                State.ACCEPTED,
                Action.CONTROL,
                State.ACCEPTED,
                Action.ARRIVE,
                State.ARRIVED,
                Action.RETURN,
                State.DISPATCHED);
        row(
                State.ARRIVED,
                Action.NOTE,
                State.ARRIVED,
                Action.CONTROL,
                State.ARRIVED,
                Action.FINISH,
                State.FINISHED,
                Action.RETURN,
                State.DISPATCHED);
        row(State.FINISHED, Action.NOTE, State.FINISHED, Action.CLOSE, State.CLOSED, Action.RETURN, State.DISPATCHED);
        row(State.CLOSED, Action.NOTE, State.CLOSED);
    }

    private Lifecycle() {}

    private static void row(State from, Object... pairs) {
        Map<Action, State> to = new EnumMap<>(Action.class);
        for (int i = 0; i < pairs.length; i += 2) {
            to.put((Action) pairs[i], (State) pairs[i + 1]);
        }
        TABLE.put(from, to);
    }

    /** Where the action leads; empty when the state, the tier or an earlier CONTROL does not allow it. */
    static Optional<State> next(State from, Action action, int tier, boolean controlled) {
        if (action == Action.CONTROL && (tier != 1 || controlled)) {
            return Optional.empty();
        }
        return Optional.ofNullable(TABLE.get(from).get(action));
    }

    /** What an incident of that state, tier and control allows, in the order of the contract. */
    static List<Action> allowed(State from, int tier, boolean controlled) {
        return Action.served().stream()
                .filter(action -> next(from, action, tier, controlled).isPresent())
                .toList();
    }

    /**
     * As {@link #next}.
     *
     * @throws Problem 409 {@code action-not-available} for an action that is not served yet, {@code action-not-allowed} for
     *     one that the state forbids; both name what is allowed
     */
    static State require(String number, State from, Action action, int tier, boolean controlled) {
        List<Action> allowed = allowed(from, tier, controlled);
        if (!action.isServed()) {
            throw Problem.conflict(
                    "action-not-available",
                    "The action " + action + " is not available on this server; allowed in state " + from + ": "
                            + allowed + ".");
        }
        return next(from, action, tier, controlled)
                .orElseThrow(() -> Problem.conflict(
                        "action-not-allowed",
                        action + " of incident " + number + " is not allowed in state " + from + why(action, tier)
                                + "; allowed: " + allowed + "."));
    }

    private static String why(Action action, int tier) {
        return action == Action.CONTROL && tier != 1
                ? " because CONTROL belongs to tier 1 and this is tier " + tier
                : "";
    }
}
