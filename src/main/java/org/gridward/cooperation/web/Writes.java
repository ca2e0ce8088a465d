package org.gridward.cooperation.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every change of this room does over HTTP: who asks, once for a key, and the answer with its version. */
@Component
class Writes {

    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    Writes(Idempotency idempotency, CurrentUser currentUser) {
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    Actor actor() {
        return currentUser.get();
    }

    /** Does the effect once for a key of this user; the same request again gets the same answer. */
    ResponseEntity<?> once(String key, List<?> request, Function<Actor, ResponseEntity<?>> effect) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), request, () -> effect.apply(actor));
    }

    static ResponseEntity<?> created(Object made) {
        return ResponseEntity.status(201).body(made);
    }

    static <T> ResponseEntity<T> tagged(T thing, Function<T, String> etag) {
        return ResponseEntity.ok().eTag(etag.apply(thing)).body(thing);
    }

    /** A state as a filter; null: all. @throws Problem 400 for a word that is none of them */
    static String state(String state, List<String> states, String what) {
        String word = state == null || state.isBlank() ? null : state.strip().toUpperCase(Locale.ROOT);
        if (word != null && !states.contains(word)) {
            throw Problem.unreadable(
                            "unknown-state", "'" + word + "' is no state of a " + what + "; known are " + states + ".")
                    .with("/state", Fault.UNKNOWN, "unknown state");
        }
        return word;
    }
}
