package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @Test
    void readsTimesWithAnOffsetAlsoWhenItsPlusWasLostInAUrl() {
        Instant eight = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(Instants.parse("2026-03-01T08:00:00+08:00", "/at")).isEqualTo(eight);
        assertThat(Instants.parse("2026-03-01T08:00:00 08:00", "/at")).isEqualTo(eight);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00",
                "2026-03-01",
                "+999999999-12-31T00:00:00Z",
                "-4800-01-01T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "0001-01-01T00:00:00+18:00"
            })
    void refusesTimesWithoutAnOffsetAndTimesThatTheStoreCannotHold(String text) {
        assertThatThrownBy(() -> Instants.parse(text, "/at"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("unreadable-time"));
    }
}
