package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.gridward.incident.Lifecycle.Now;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    private static final String NUMBER = "2026-0000001";

    @ParameterizedTest
    @CsvSource({
        "DISPATCHED, ACCEPT, ACCEPTED",
        "ACCEPTED, ARRIVE, ARRIVED",
        "ARRIVED, FINISH, FINISHED",
        "FINISHED, FEEDBACK, FED_BACK",
        "FED_BACK, REVISIT, FED_BACK",
        "FED_BACK, CLOSE, CLOSED",
        "CLOSED, REVISIT, CLOSED",
        "CLOSED, REOPEN, DISPATCHED",
        "DISPATCHED, RETURN, DISPATCHED",
        "ACCEPTED, RETURN, DISPATCHED",
        "ARRIVED, RETURN, DISPATCHED",
        "FINISHED, RETURN, DISPATCHED",
        "FED_BACK, RETURN, DISPATCHED",
        "ARRIVED, TRANSFER, DISPATCHED",
        "DISPATCHED, VOID, VOID",
        "FINISHED, MERGE, MERGED",
        "ACCEPTED, CONTROL, ACCEPTED",
        "ARRIVED, CONTROL, ARRIVED"
    })
    void theTableTakesAnIncidentFromReportToClose(State from, Action action, State to) {
        assertThat(Lifecycle.next(from, action)).contains(to);
        assertThat(Lifecycle.require(NUMBER, Now.of(from, 1), action)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void aNoteIsPossibleAtAnyTimeAndLeavesTheState(State state) {
        assertThat(Lifecycle.next(state, Action.NOTE)).contains(state);
    }

    @Test
    void nothingClosesThatWasNotFedBack() {
        assertThat(Arrays.stream(State.values())
                        .filter(state -> Lifecycle.next(state, Action.CLOSE).isPresent()))
                .containsExactly(State.FED_BACK);
        assertThatThrownBy(() -> Lifecycle.require(NUMBER, Now.of(State.FINISHED, 2), Action.CLOSE))
                .hasMessageContaining("FEEDBACK");
    }

    @Test
    void whatIsVoidStaysSoAndWhatIsMergedIsOnlyTakenApart() {
        assertThat(Lifecycle.allowed(Now.of(State.VOID, 1))).containsExactly(Action.NOTE);
        assertThat(Lifecycle.allowed(Now.of(State.MERGED, 1))).containsExactlyInAnyOrder(Action.NOTE, Action.UNMERGE);
        assertThat(Lifecycle.next(State.MERGED, Action.UNMERGE)).contains(State.DISPATCHED);
    }

    @Test
    void everyStateIsReachedFromTheFirstAndLeadsToAnEnd() {
        assertThat(reached(State.REPORTED)).isEqualTo(EnumSet.allOf(State.class));
        for (State state : State.values()) {
            assertThat(reached(state)).as("from " + state).containsAnyElementsOf(State.OVER);
        }
    }

    private static Set<State> reached(State from) {
        Set<State> reached = EnumSet.of(from);
        boolean more = true;
        while (more) {
            more = false;
            for (State state : EnumSet.copyOf(reached)) {
                for (Action action : Action.values()) {
                    more |= Lifecycle.next(state, action).map(reached::add).orElse(false);
                }
            }
        }
        return reached;
    }

    @Test
    void controlBelongsToTierOneAndHappensOnce() {
        assertThat(Lifecycle.refusal(Now.of(State.ARRIVED, 2), Action.CONTROL)).isPresent();
        assertThat(Lifecycle.refusal(new Now(State.ARRIVED, 1, true, false, false, null), Action.CONTROL))
                .isPresent();
    }

    @Test
    void aParkedIncidentWaitsUntilItIsResumed() {
        Now parked = new Now(State.ACCEPTED, 2, false, true, false, null);
        assertThat(Lifecycle.allowed(parked))
                .contains(Action.RESUME, Action.NOTE, Action.TRIAGE, Action.MERGE)
                .doesNotContain(Action.ARRIVE, Action.RETURN, Action.PARK);
        assertThat(Lifecycle.allowed(Now.of(State.ACCEPTED, 2))).doesNotContain(Action.RESUME);
    }

    @Test
    void nothingClosesWhileSomebodyIsHeldOnTheSpot() {
        Now held = new Now(State.FED_BACK, 2, false, false, true, null);
        assertThat(Lifecycle.allowed(held)).contains(Action.RELIEVE).doesNotContain(Action.CLOSE, Action.HOLD);
    }

    @Test
    void whatTheRevisitFoundNotSolvedIsNotClosed() {
        Now asked = new Now(State.FED_BACK, 2, false, false, false, "NOT_SOLVED");
        assertThat(Lifecycle.allowed(asked))
                .contains(Action.RETURN, Action.REVISIT)
                .doesNotContain(Action.CLOSE);
    }

    @Test
    void aRefusalNamesTheStateAndWhatIsAllowedInstead() {
        assertThatThrownBy(() -> Lifecycle.require(NUMBER, Now.of(State.DISPATCHED, 2), Action.CLOSE))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.slug()).isEqualTo("action-not-allowed");
                    assertThat(problem.values())
                            .containsEntry("why", "state")
                            .containsEntry("state", "DISPATCHED")
                            .containsEntry("action", "CLOSE");
                })
                .hasMessageContaining("not allowed in state DISPATCHED")
                .hasMessageContaining("[ACCEPT, NOTE, ");
    }
}
