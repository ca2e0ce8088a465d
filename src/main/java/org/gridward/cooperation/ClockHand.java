package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves the clocks of incidents when something here meets a deadline, or stops and starts them. */
@Component
class ClockHand {

    private final ApplicationEventPublisher events;

    ClockHand(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A plan was recorded: the deadline PLAN is met. */
    void planned(UUID incident, Instant at, String actor) {
        events.publishEvent(new PlanRecorded(incident, at, actor));
    }

    /** A body outside has it and the clocks are to stand. */
    void handedOff(UUID incident, String reason, Instant until, String actor) {
        events.publishEvent(new ClocksStopped(incident, reason, until, actor));
    }

    /** It works again and the clocks go on. */
    void restored(UUID incident, String actor) {
        events.publishEvent(new ClocksStarted(incident, actor));
    }
}
