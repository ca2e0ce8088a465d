package org.gridward.incident;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Problem;

/**
 * The transition table: from which state an action leads to which. Pure; what is not in the table is refused, naming what
 * is allowed instead. {@code docs/lifecycle.md} draws it.
 */
final class Lifecycle {

    /** What holds of an incident beside its state and narrows what can be done. */
    record Now(State state, int tier, boolean controlled, boolean parked, boolean held, String revisit) {

        static Now of(State state, int tier) {
            return new Now(state, tier, false, false, false, null);
        }
    }

    private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.copyOf(State.OVER));
    private static final Map<Action, Map<State, State>> TABLE = new EnumMap<>(Action.class);

    /** Actions that wait while an incident is parked. */
    private static final Set<Action> PROGRESS = EnumSet.of(
            Action.ACCEPT,
            Action.ARRIVE,
            Action.CONTROL,
            Action.FINISH,
            Action.FEEDBACK,
            Action.REVISIT,
            Action.CLOSE,
            Action.RETURN,
            Action.PARK,
            Action.HOLD);

    static {
        go(Action.ACCEPT, State.ACCEPTED, State.DISPATCHED);
        go(Action.ARRIVE, State.ARRIVED, State.ACCEPTED);
        go(Action.FINISH, State.FINISHED, State.ARRIVED);
        go(Action.FEEDBACK, State.FED_BACK, State.FINISHED);
        go(Action.CLOSE, State.CLOSED, State.FED_BACK);
        go(
                Action.RETURN,
                State.DISPATCHED,
                State.DISPATCHED,
                State.ACCEPTED,
                State.ARRIVED,
                State.FINISHED,
                State.FED_BACK);
        go(Action.TRANSFER, State.DISPATCHED, State.REPORTED, State.DISPATCHED, State.ACCEPTED, State.ARRIVED);
        go(Action.REOPEN, State.DISPATCHED, State.CLOSED);
        go(Action.VOID, State.VOID, State.REPORTED, State.DISPATCHED, State.ACCEPTED);
        OPEN.forEach(state -> go(Action.MERGE, State.MERGED, state));
        stay(Action.NOTE, EnumSet.allOf(State.class));
        stay(Action.CONTROL, EnumSet.of(State.ACCEPTED, State.ARRIVED));
        stay(Action.REVISIT, EnumSet.of(State.FED_BACK, State.CLOSED));
        stay(Action.HOLD, EnumSet.of(State.ACCEPTED, State.ARRIVED, State.FINISHED));
        for (Action action : List.of(Action.PARK, Action.EXTEND, Action.TRIAGE, Action.MOVE)) {
            stay(action, EnumSet.of(State.REPORTED, State.DISPATCHED, State.ACCEPTED, State.ARRIVED));
        }
        for (Action action :
                List.of(Action.RELIEVE, Action.RESUME, Action.ESCALATE, Action.WHISTLE, Action.SUPERVISE)) {
            stay(action, OPEN);
        }
    }

    private Lifecycle() {}

    private static void go(Action action, State to, State... from) {
        Map<State, State> row = TABLE.computeIfAbsent(action, fresh -> new EnumMap<>(State.class));
        Arrays.stream(from).forEach(state -> row.put(state, to));
    }

    private static void stay(Action action, Set<State> states) {
        states.forEach(state -> go(action, state, state));
    }

    /** Where the action leads by the table alone. */
    static Optional<State> next(State from, Action action) {
        return Optional.ofNullable(TABLE.get(action).get(from));
    }

    /** Why an action cannot be taken now; empty: it can. */
    static Optional<String> refusal(Now now, Action action) {
        if (next(now.state(), action).isEmpty()) {
            return Optional.of("not allowed in state " + now.state() + hint(now.state(), action));
        }
        if (now.parked() && PROGRESS.contains(action)) {
            return Optional.of("not allowed while the incident is parked; RESUME it first");
        }
        return switch (action) {
            case CONTROL ->
                when(now.tier() != 1, "a step of tier 1 only, and this is tier " + now.tier())
                        .or(() -> when(now.controlled(), "done already"));
            case RESUME -> when(!now.parked(), "not needed: the incident is not parked");
            case HOLD -> when(now.held(), "done already");
            case RELIEVE -> when(!now.held(), "not needed: nobody is held");
            case CLOSE ->
                when(
                                RevisitResult.NOT_SOLVED.name().equals(now.revisit()),
                                "not allowed: the revisit found it not solved; RETURN it, or revisit again")
                        .or(() -> when(now.held(), "not allowed while somebody is held on the spot; RELIEVE first"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean refused, String because) {
        return refused ? Optional.of(because) : Optional.empty();
    }

    private static String hint(State state, Action action) {
        return action == Action.CLOSE && state == State.FINISHED
                ? ": the reporter is to be answered first (FEEDBACK)"
                : "";
    }

    /** What can be done now, in the order of the contract. */
    static List<Action> allowed(Now now) {
        return Arrays.stream(Action.values())
                .filter(action -> refusal(now, action).isEmpty())
                .toList();
    }

    /**
     * Where the action leads.
     *
     * @throws Problem 409 {@code action-not-allowed}, saying why and what is allowed instead
     */
    static State require(String number, Now now, Action action) {
        Optional<String> refusal = refusal(now, action);
        if (refusal.isPresent()) {
            throw Problem.conflict(
                    "action-not-allowed",
                    action + " of incident " + number + " is " + refusal.get() + "; allowed: " + allowed(now) + ".");
        }
        return next(now.state(), action).orElseThrow();
    }
}
