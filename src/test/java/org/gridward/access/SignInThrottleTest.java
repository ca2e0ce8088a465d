package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MutableClock clock = new MutableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsFourFailuresPassAndHoldsUpAfterTheFifth() {
        fail("planner", "10.0.0.1", 4);
        assertThatCode(() -> throttle.pass("planner", "10.0.0.1")).doesNotThrowAnyException();

        fail("planner", "10.0.0.1", 1);
        assertThatThrownBy(() -> throttle.pass("planner", "10.0.0.1")).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void saysHowLongToWaitAndKeepsItsWord() {
        fail("planner", "10.0.0.1", 5);
        clock.advance(Duration.ofSeconds(20));

        TooManySignIns held = catchThrowableOfType(TooManySignIns.class, () -> throttle.pass("planner", "10.0.0.1"));
        assertThat(held.retryAfterSeconds()).isEqualTo(40);

        clock.advance(Duration.ofSeconds(held.retryAfterSeconds()));
        assertThatCode(() -> throttle.pass("planner", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void neverHoldsUpTheSameNameAtAnotherAddress() {
        fail("planner", "10.0.0.1", 50);

        assertThatCode(() -> throttle.pass("planner", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void holdsUpAnAddressThatTriesManyNames() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            throttle.failed("user" + i, "10.0.0.1");
        }

        assertThatThrownBy(() -> throttle.pass("another", "10.0.0.1")).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void forgetsTheOldestWhenFlooded() {
        fail("planner", "10.0.0.1", 5);
        for (int i = 0; i < 25_000; i++) {
            throttle.failed("planner", "10.1." + i / 250 + "." + i % 250);
        }

        assertThatCode(() -> throttle.pass("planner", "10.0.0.1")).doesNotThrowAnyException();
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }
}
