package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

    @ParameterizedTest(name = "{0} may act in {1}: {2}")
    @CsvSource({
        "*,               330999001001001, true",
        "330999,          330999001001001, true",
        "330999001,       330999001001001, true",
        "330999001,       33099900100101,  true",
        "330999001,       330999002001001, false",
        "330999001001,    330999001001004, true",
        "330999001001,    330999001,       false",
        "33099900100101,  33099900100101,  true",
        "33099900100101,  330999001001011, false",
        "sea-1,           sea-1,           true",
        "sea-1,           sea-12,          false",
    })
    void coversWhatLiesBelowADivisionAndNothingElse(String jurisdiction, String gridCode, boolean may) {
        assertThat(patrolOf(jurisdiction).mayActIn(gridCode)).isEqualTo(may);
    }

    @Test
    void coversAPlaceWhenOneOfTheGridsThatHoldItIsInTheJurisdiction() {
        List<String> levels = List.of("330999001", "330999001001", "33099900100101", "330999001001011");

        assertThat(patrolOf("33099900100101").mayActInAny(levels)).isTrue();
        assertThat(patrolOf("33099900100102").mayActInAny(levels)).isFalse();
        assertThat(patrolOf("33099900100102").mayActInAny(List.of())).isFalse();
        assertThat(patrolOf(Actor.WHOLE_CITY).mayActInAny(List.of())).isTrue();
    }

    private static Actor patrolOf(String jurisdiction) {
        return new Actor("patrol", Set.of(Role.PATROL), jurisdiction, Optional.empty());
    }
}
