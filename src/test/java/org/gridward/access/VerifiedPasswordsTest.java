package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private final MutableClock clock = new MutableClock();
    private final VerifiedPasswords verified = new VerifiedPasswords(clock);

    @Test
    void knowsAVerifiedPasswordForFiveMinutes() {
        verified.remember(user("planner", 1), "right");

        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(verified.knows(user("planner", 1), "right")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(verified.knows(user("planner", 1), "right")).isFalse();
    }

    @Test
    void knowsNeitherAnotherPasswordNorAnotherUserNorAnotherVersion() {
        verified.remember(user("planner", 1), "right");

        assertThat(verified.knows(user("planner", 1), "wrong")).isFalse();
        assertThat(verified.knows(user("admin", 1), "right")).isFalse();
        assertThat(verified.knows(user("planner", 2), "right")).isFalse();
    }

    @Test
    void doesNotConfuseNameAndPassword() {
        verified.remember(user("a", 1), "b:c");

        assertThat(verified.knows(user("a.b", 1), "c")).isFalse();
    }

    private static User user(String name, long version) {
        return new User(name, "{noop}x", Set.of(Role.PLANNER), "*", Optional.empty(), false, version);
    }
}
