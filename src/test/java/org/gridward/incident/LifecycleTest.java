package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "DISPATCHED, ACCEPT, ACCEPTED",
        "ACCEPTED, ARRIVE, ARRIVED",
        "ARRIVED, FINISH, FINISHED",
        "FINISHED, CLOSE, CLOSED",
        "ACCEPTED, RETURN, DISPATCHED",
        "ARRIVED, RETURN, DISPATCHED",
        "FINISHED, RETURN, DISPATCHED",
        "ACCEPTED, CONTROL, ACCEPTED",
        "ARRIVED, CONTROL, ARRIVED"
    })
    void theTableTakesAnIncidentFromReportToClose(State from, Action action, State to) {
        assertThat(Lifecycle.next(from, action, 1, false)).contains(to);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void aNoteIsPossibleAtAnyTimeAndLeavesTheState(State state) {
        assertThat(Lifecycle.next(state, Action.NOTE, 2, false)).contains(state);
    }

    @Test
    void everyPairThatTheTableDoesNotNameIsRefused() {
        long possible = Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Action.values()).map(action -> Lifecycle.next(state, action, 1, false)))
                .filter(Optional::isPresent)
                .count();
        assertThat(possible).isEqualTo(State.values().length + 9);
    }

    @Test
    void controlBelongsToTierOneAndHappensOnce() {
        assertThat(Lifecycle.next(State.ARRIVED, Action.CONTROL, 2, false)).isEmpty();
        assertThat(Lifecycle.next(State.ARRIVED, Action.CONTROL, 1, true)).isEmpty();
    }

    @Test
    void aRefusalNamesTheStateAndWhatIsAllowedInstead() {
        assertThatThrownBy(() -> Lifecycle.require("2026-0000001", State.DISPATCHED, Action.CLOSE, 2, false))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.slug()).isEqualTo("action-not-allowed");
                })
                .hasMessageContaining("not allowed in state DISPATCHED")
                .hasMessageContaining("[ACCEPT, NOTE]");
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"FEEDBACK", "REVISIT", "TRANSFER", "MOVE", "MERGE", "PARK", "EXTEND", "ESCALATE", "WHISTLE"})
    void anActionOfTheContractThatIsNotServedYetSaysSo(Action action) {
        assertThatThrownBy(() -> Lifecycle.require("2026-0000001", State.ACCEPTED, action, 2, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("action-not-available"));
    }
}
