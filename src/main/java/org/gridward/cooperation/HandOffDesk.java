package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.gridward.responsibility.Department;
import org.gridward.responsibility.Departments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands incidents to bodies outside (95598, the water company), under their reference, and writes down how it goes on. */
@Component
public class HandOffDesk {

    private final CaseFile caseFile;
    private final Departments departments;
    private final HandOffBook book;
    private final ClockHand clocks;
    private final CooperationNews news;
    private final Clock clock;

    HandOffDesk(
            CaseFile caseFile,
            Departments departments,
            HandOffBook book,
            ClockHand clocks,
            CooperationNews news,
            Clock clock) {
        this.caseFile = caseFile;
        this.departments = departments;
        this.book = book;
        this.clocks = clocks;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Hands an incident to a body outside; the work of our own people goes on.
     *
     * @throws Problem 404, 403; 409 over, or handed under this reference already; 422 an unknown department or one of our own,
     *     no reference, a time before the incident occurred
     */
    @Transactional
    public HandOff hand(UUID incident, HandOff.Handing handing, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        Department department =
                departments.get(Given.text(handing.department(), "/department", Given.NAME), "/department");
        if (!department.external()) {
            throw Given.refuse(
                    "not-external",
                    "/department",
                    Fault.NOT_HERE,
                    "'" + department.code() + "' is no body outside; call it by a whistle instead");
        }
        Instant now = now();
        Instant at = Given.past(handing.handedAt(), standing.occurredAt(), now, "/handedAt");
        HandOff made = book.insert(incident, standing.number(), handing, at, now, actor.name());
        if (made.pauses()) {
            clocks.handedOff(incident, made.department() + " " + made.reference(), made.expectedBy(), actor.name());
        }
        tell(made, "HANDED_OFF", actor, made.note());
        return made;
    }

    /**
     * Writes down how it goes on outside.
     *
     * @throws Problem 404, 403, 409 it works again already, 422 no text
     */
    @Transactional
    public HandOff post(UUID id, HandOff.Post post, Actor actor) {
        HandOff held = hold(id, actor);
        String text = Given.text(post.text(), "/text", Given.TEXT);
        Instant expected = post.expectedBy() == null ? null : Given.later(post.expectedBy(), now(), "/expectedBy");
        HandOff posted = book.post(id, text, expected, now(), actor.name());
        tell(held, "HAND_OFF_PROGRESS", actor, text);
        return posted;
    }

    /**
     * Writes down that it works again, and why it did not.
     *
     * @throws Problem 404, 403, 412; 409 it works again already; 422 no cause, a time before it was handed off or to come
     */
    @Transactional
    public HandOff restore(UUID id, HandOff.Restoration restoration, int version, Actor actor) {
        HandOff held = hold(id, actor);
        VersionTag.require(version, held.version(), "hand-off", "stale");
        Instant at = Given.past(restoration.restoredAt(), held.handedAt(), now(), "/restoredAt");
        String cause = Given.text(restoration.cause(), "/cause", Given.TEXT);
        HandOff restored = book.restore(id, at, cause, Given.optional(restoration.object(), "/object", Given.NAME));
        if (held.pauses()) {
            clocks.restored(held.incidentId(), actor.name());
        }
        tell(restored, "RESTORED", actor, cause);
        return restored;
    }

    private HandOff hold(UUID id, Actor actor) {
        HandOff held = book.lock(id);
        caseFile.read(held.incidentId(), actor);
        if (held.restoredAt() != null) {
            throw Problem.conflict("restored-already", "It works again since " + held.restoredAt() + ".");
        }
        return held;
    }

    private void tell(HandOff of, String word, Actor actor, String note) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("handOff", of.id());
        detail.put("department", of.department());
        detail.put("reference", of.reference());
        if (of.restoredAt() != null) {
            detail.put("restoredAt", of.restoredAt());
        }
        news.tell(of.incidentId(), of.number(), word, actor.name(), note, detail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
