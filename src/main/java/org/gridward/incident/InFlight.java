package org.gridward.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears the signals of whoever runs the response. While a report or an action is on its way in this thread, its signals are
 * kept for it, so that its rows are written once, whole.
 */
@Component
class InFlight {

    /** What was heard while an event was told: at most one of each response. */
    static final class Heard {
        private ResponseStarted started;
        private ResponseMoved moved;
        private final List<ConditionSet> conditions = new ArrayList<>();
        private final List<Runnable> afterwards = new ArrayList<>();

        Optional<ResponseStarted> started() {
            return Optional.ofNullable(started);
        }

        List<ConditionSet> conditions() {
            return conditions;
        }

        Optional<ResponseMoved> moved() {
            return Optional.ofNullable(moved);
        }
    }

    private final ThreadLocal<Heard> hearing = new ThreadLocal<>();

    /** Tells an event and returns what was signalled back before the telling ended. */
    Heard during(Runnable telling) {
        Heard outer = hearing.get();
        Heard heard = new Heard();
        hearing.set(heard);
        try {
            telling.run();
            heard.afterwards.forEach(Runnable::run);
            return heard;
        } finally {
            if (outer == null) {
                hearing.remove();
            } else {
                hearing.set(outer);
            }
        }
    }

    /** What a response was signalled so far, while an event is being told. */
    Optional<ResponseStarted> startedNow() {
        return current().started();
    }

    /** Runs once everybody has heard the event that is being told. */
    void afterwards(Runnable work) {
        current().afterwards.add(work);
    }

    @EventListener
    void on(ResponseStarted signal) {
        current().started = signal;
    }

    @EventListener
    void on(ResponseMoved signal) {
        current().moved = signal;
    }

    @EventListener
    void on(ConditionSet signal) {
        current().conditions.add(signal);
    }

    private Heard current() {
        Heard heard = hearing.get();
        if (heard == null) {
            throw new IllegalStateException("A response was signalled outside the telling of an incident's event");
        }
        return heard;
    }
}
