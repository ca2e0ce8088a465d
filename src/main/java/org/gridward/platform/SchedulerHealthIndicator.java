package org.gridward.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ready while the scheduler comes round: it is what notices a deadline that has passed. */
@Component
class SchedulerHealthIndicator implements HealthIndicator {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile Instant beat;

    SchedulerHealthIndicator(Clock clock) {
        this.clock = clock;
        this.beat = clock.instant();
    }

    @Scheduled(fixedDelay = 5_000)
    void beat() {
        beat = clock.instant();
    }

    @Override
    public Health health() {
        return beat.plus(LONGEST_SILENCE).isAfter(clock.instant())
                ? Health.up().build()
                : Health.outOfService().withDetail("lastBeat", beat).build();
    }
}
