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
        go(Action.UNMERGE, State.DISPATCHED, State.MERGED);
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

    /** Why an action cannot be taken now, in a word for screens and in a sentence. */
    record Refusal(String why, String because) {}

    /** Why an action cannot be taken now; empty: it can. */
    static Optional<Refusal> refusal(Now now, Action action) {
        if (next(now.state(), action).isEmpty()) {
            return Optional.of(wrongState(now.state(), action));
        }
        if (now.parked() && PROGRESS.contains(action)) {
            return Optional.of(new Refusal("parked", "not allowed while the incident is parked; RESUME it first"));
        }
        return switch (action) {
            case CONTROL ->
                when(now.tier() != 1, "tier", "a step of tier 1 only, and this is tier " + now.tier())
                        .or(() -> when(now.controlled(), "done", "done already"));
            case RESUME -> when(!now.parked(), "not-parked", "not needed: the incident is not parked");
            case HOLD -> when(now.held(), "done", "done already");
            case RELIEVE -> when(!now.held(), "not-held", "not needed: nobody is held");
            case CLOSE ->
                when(
                                RevisitResult.NOT_SOLVED.name().equals(now.revisit()),
                                "not-solved",
                                "not allowed: the revisit found it not solved; RETURN it, or revisit again")
                        .or(() -> when(
                                now.held(), "held", "not allowed while somebody is held on the spot; RELIEVE first"));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> when(boolean refused, String why, String because) {
        return refused ? Optional.of(new Refusal(why, because)) : Optional.empty();
    }

    private static Refusal wrongState(State state, Action action) {
        String because = "not allowed in state " + state;
        return action == Action.CLOSE && state == State.FINISHED
                ? new Refusal("answer-first", because + ": the reporter is to be answered first (FEEDBACK)")
                : new Refusal("state", because);
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
        Optional<Refusal> refusal = refusal(now, action);
        if (refusal.isPresent()) {
            throw Problem.conflict(
                            "action-not-allowed",
                            action + " of incident " + number + " is "
                                    + refusal.get().because() + "; allowed: " + allowed(now) + ".")
                    .saying("why", refusal.get().why())
                    .saying("action", action.name())
                    .saying("state", now.state().name())
                    .saying("tier", now.tier());
        }
        return next(now.state(), action).orElseThrow();
    }
}
