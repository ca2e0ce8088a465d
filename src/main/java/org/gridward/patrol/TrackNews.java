package org.gridward.patrol;

import java.time.Instant;
import org.gridward.platform.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other rooms and the stream what came in, in the transaction that stored it. */
@Component
class TrackNews {

    private final FixStore store;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    TrackNews(FixStore store, Outbox outbox, ApplicationEventPublisher events) {
        this.store = store;
        this.outbox = outbox;
        this.events = events;
    }

    /** Moves the unit's position to a fix, and tells of it, unless a newer one is held. */
    void position(String unit, int unitId, Fix newest) {
        if (store.advance(unitId, newest)) {
            PositionReported reported = new PositionReported(unit, newest.lon(), newest.lat(), newest.t());
            outbox.append("PositionReported", unit, reported);
            events.publishEvent(reported);
        }
    }

    void track(String unit, Instant from, Instant to, int count) {
        events.publishEvent(new TrackRecorded(unit, from, to, count));
    }
}
