package org.gridward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoFindsAllPlacesTakenIsToldSoAndAPlaceIsFreeAgainHoweverACountEnds() {
        Turns turns = new Turns(1, 0);
        assertThat(turns.<String>take(() -> {
                    assertThatThrownBy(() -> turns.take(() -> "second"))
                            .isInstanceOfSatisfying(Problem.class, problem -> {
                                assertThat(problem.status()).isEqualTo(429);
                                assertThat(problem.slug()).isEqualTo("counting-busy");
                            });
                    return "first";
                }))
                .isEqualTo("first");
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(turns.<String>take(() -> "again")).isEqualTo("again");
    }
}
