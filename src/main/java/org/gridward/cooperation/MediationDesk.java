package org.gridward.cooperation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mediates at the level that fits. An agreement is looked at again after a month (回头看); where it fails below the top, the
 * incident goes one rung up.
 */
@Component
public class MediationDesk {

    enum Outcome {
        AGREED,
        FAILED
    }

    private static final int MOST = 20;

    private final CaseFile caseFile;
    private final MediationBook book;
    private final JointTaskDesk tasks;
    private final EscalationDesk ladder;
    private final CooperationNews news;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    MediationDesk(
            CaseFile caseFile,
            MediationBook book,
            JointTaskDesk tasks,
            EscalationDesk ladder,
            CooperationNews news,
            JsonMapper json,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.caseFile = caseFile;
        this.book = book;
        this.tasks = tasks;
        this.ladder = ladder;
        this.news = news;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws Problem 404, 403; 409 over, or one is open; 422 unknown level, fewer than two parties, no mediator */
    @Transactional
    public Mediation open(UUID incident, Mediation.Opening opening, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        Mediation.Level level = Given.word(Mediation.Level.class, opening.level(), "/level");
        String parties = names(opening.parties(), 2, "/parties");
        String mediators = names(opening.mediators(), 1, "/mediators");
        book.of(incident).stream()
                .filter(one -> one.endedAt() == null)
                .findFirst()
                .ifPresent(open -> {
                    throw Problem.conflict(
                            "mediation-open",
                            "A mediation at level " + open.level() + " is open since " + open.openedAt()
                                    + "; end it first.");
                });
        Mediation made =
                book.insert(incident, standing.number(), level.name(), parties, mediators, now(), actor.name());
        tell(made, "MEDIATION_OPENED", actor, null);
        return made;
    }

    /** @throws Problem 404, 403; 409 over; 422 no minutes, a length that is not 1 to 1440 minutes, a time to come */
    @Transactional
    public Mediation session(UUID id, Mediation.Session session, Actor actor) {
        Mediation held = holdOpen(id, actor);
        int length = session.minutesLong() == null ? 0 : session.minutesLong();
        if (length < 1 || length > 1_440) {
            throw Given.refuse(
                    "length-not-acceptable",
                    "/minutesLong",
                    Fault.range(1, 1_440),
                    length + "; send 1 to 1440 minutes");
        }
        Instant now = now();
        Instant from = session.heldAt() == null
                ? now.minus(Duration.ofMinutes(length))
                : Given.past(session.heldAt(), Instant.EPOCH, now, "/heldAt");
        String minutes = Given.text(session.minutes(), "/minutes", Given.TEXT);
        Mediation more = book.addSession(id, from, length, minutes, actor.name());
        tell(held, "MEDIATION_SESSION", actor, minutes);
        return more;
    }

    /** @throws Problem 404, 403, 412; 409 over, or AGREED without a session; 422 unknown outcome, no text */
    @Transactional
    public Mediation end(UUID id, Mediation.Ending ending, int version, Actor actor) {
        Mediation held = holdOpen(id, actor);
        VersionTag.require(version, held.version(), "mediation", "stale");
        Outcome outcome = Given.word(Outcome.class, ending.outcome(), "/outcome");
        String text = Given.text(ending.agreement(), "/agreement", Given.TEXT);
        if (outcome == Outcome.AGREED && held.sessions().equals("[]")) {
            throw Problem.conflict("no-session", "Nobody sat down yet; write down the session first.");
        }
        Instant now = now();
        Instant revisit = outcome == Outcome.AGREED
                ? now.atZone(zone).plusMonths(1).toInstant().truncatedTo(ChronoUnit.MICROS)
                : null;
        Mediation ended = book.end(id, outcome.name(), text, now, revisit);
        tell(held, "MEDIATION_" + outcome, actor, text);
        if (revisit != null) {
            String mediator = json.readValue(held.mediators(), String[].class)[0];
            tasks.give(
                    held.incidentId(),
                    held.number(),
                    JointTaskDesk.Kind.REVISIT,
                    id,
                    text,
                    new Answerable.Body(null, mediator),
                    revisit,
                    now,
                    actor.name());
        } else if (ladder.canRise(held.incidentId())) {
            ladder.escalate(
                    held.incidentId(),
                    new EscalationDesk.Wish(
                            null, 1, "ON_SITE_MEDIATION_FAILED", text, EscalationDesk.How.FAILED, actor.name()));
        }
        return ended;
    }

    private Mediation holdOpen(UUID id, Actor actor) {
        Mediation held = book.lock(id);
        caseFile.read(held.incidentId(), actor);
        if (held.endedAt() != null) {
            throw Problem.conflict(
                    "mediation-over", "The mediation ended at " + held.endedAt() + " as " + held.outcome() + ".");
        }
        return held;
    }

    private String names(List<String> names, int least, String pointer) {
        int size = names == null ? 0 : names.size();
        if (size < least || size > MOST) {
            throw Given.refuse(
                    "names-missing", pointer, Fault.count(least, MOST), size + " names; send " + least + " to " + MOST);
        }
        for (int i = 0; i < size; i++) {
            Given.text(names.get(i), pointer + "/" + i, Given.NAME);
        }
        return json.writeValueAsString(names.stream().map(String::strip).toList());
    }

    private void tell(Mediation of, String word, Actor actor, String note) {
        news.tell(
                of.incidentId(),
                of.number(),
                word,
                actor.name(),
                note,
                Map.of("mediation", of.id(), "level", of.level()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
