package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;
import org.gridward.dispatch.IncidentClocks;
import org.springframework.stereotype.Component;

/** Moves the clocks of incidents when something here meets a deadline, or stops and starts them. */
@Component
class ClockHand {

    private final IncidentClocks clocks;

    ClockHand(IncidentClocks clocks) {
        this.clocks = clocks;
    }

    /** A plan was recorded: the deadline PLAN is met. */
    void planned(UUID incident, Instant at, String actor) {
        clocks.met(incident, "PLAN", at, actor);
    }

    /** A body outside has it and the clocks are to stand. */
    void handedOff(UUID incident, String reason, Instant until, String actor) {
        clocks.pause(incident, reason, until, actor);
    }

    /** It works again and the clocks go on. */
    void restored(UUID incident, String actor) {
        clocks.resume(incident, actor);
    }
}
