package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.cooperation.Template.Need;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Opens deliberations about incidents, takes them through the steps of their template, publishes and closes them. */
@Component
public class DeliberationDesk {

    /** Talk a matter over: by which template, about what, and between whom where an agreement is wanted. */
    public record Opening(String template, String subject, List<Deliberation.Party> parties) {

        public Opening {
            parties = parties == null ? List.of() : List.copyOf(parties);
        }
    }

    /** The step that was done, by its code. */
    public record StepDone(String step, String note) {}

    /** Where the result hangs out. */
    public record Publication(String where) {}

    /** The end: AGREED, DECIDED or FAILED, and what came of it. */
    public record Ending(String outcome, String result) {}

    enum Outcome {
        AGREED,
        DECIDED,
        FAILED
    }

    private final CaseFile caseFile;
    private final DeliberationTemplates templates;
    private final DeliberationBook book;
    private final CooperationNews news;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    DeliberationDesk(
            CaseFile caseFile,
            DeliberationTemplates templates,
            DeliberationBook book,
            CooperationNews news,
            JsonMapper json,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.caseFile = caseFile;
        this.templates = templates;
        this.book = book;
        this.news = news;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Opens a deliberation about an incident.
     *
     * @throws Problem 404, 403, 409 the incident is over; 422 an unknown template, no subject, fewer than two parties where
     *     the template ends with signatures
     */
    @Transactional
    public DeliberationView open(UUID incident, Opening opening, Actor actor) {
        Standing standing = caseFile.hold(incident, actor);
        Template template = templates.latest(opening.template(), "/template");
        String subject = Given.text(opening.subject(), "/subject", Given.TEXT);
        checkParties(opening.parties(), template);
        UUID id = Ids.next();
        book.insert(new Deliberation(
                id,
                incident,
                standing.number(),
                template.code(),
                template.version(),
                subject,
                json.writeValueAsString(opening.parties()),
                actor.name(),
                now(),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                1));
        tell(book.get(id).deliberation(), "DELIBERATION_OPENED", actor, subject);
        return book.get(id);
    }

    /**
     * Marks the next step of the template as done.
     *
     * @throws Problem 404, 403, 412; 409 the deliberation is over, another step is next, or what the step needs is not there
     */
    @Transactional
    public DeliberationView step(UUID id, StepDone done, int version, Actor actor) {
        Deliberation held = holdOpen(id, version, actor);
        DeliberationView view = book.get(id);
        if (view.next() == null || !view.next().code().equals(done.step())) {
            throw Problem.conflict(
                    "step-not-next",
                    "The step '" + done.step() + "' is not next; "
                            + (view.next() == null
                                    ? "all are done."
                                    : "next is '" + view.next().code() + "'."));
        }
        if (!Steps.ready(view, view.next().needs())) {
            throw Problem.conflict(
                    "step-not-ready",
                    "The step '" + done.step() + "' needs "
                            + Steps.words(view.next().needs()) + " first.");
        }
        book.takeStep(id);
        String note = Given.optional(done.note(), "/note", Given.TEXT);
        tell(held, "DELIBERATION_STEP", actor, done.step() + (note == null ? "" : ": " + note));
        return book.get(id);
    }

    /**
     * Hangs the result out, for as many days as the template says.
     *
     * @throws Problem 404, 403, 412; 409 over, or out already, or the template publishes nothing; 422 not said where
     */
    @Transactional
    public DeliberationView publish(UUID id, Publication publication, int version, Actor actor) {
        Deliberation held = holdOpen(id, version, actor);
        Template template = templates.get(held.template(), held.templateVersion());
        if (held.publishedAt() != null || !template.needs(Need.PUBLICATION)) {
            throw Problem.conflict(
                    "nothing-to-publish",
                    held.publishedAt() != null
                            ? "The result hangs out since " + held.publishedAt() + "."
                            : "The template '" + template.code() + "' publishes nothing.");
        }
        String where = Given.text(publication.where(), "/where", Given.NAME);
        Instant at = now();
        Instant until = at.atZone(zone).plusDays(template.publicationDays()).toInstant();
        book.publish(id, where, at, until);
        tell(
                held,
                "DELIBERATION_PUBLISHED",
                actor,
                where + " → " + until.atZone(zone).toLocalDate());
        return book.get(id);
    }

    /**
     * Ends a deliberation. AGREED needs a proposal that every party signed, DECIDED every step; both the whole time of
     * publication where something hangs out. FAILED needs nothing.
     *
     * @throws Problem 404, 403, 412; 409 naming what is missing; 422 unknown outcome, no result
     */
    @Transactional
    public DeliberationView close(UUID id, Ending ending, int version, Actor actor) {
        Deliberation held = holdOpen(id, version, actor);
        Outcome outcome = Given.word(Outcome.class, ending.outcome(), "/outcome");
        String result = Given.text(ending.result(), "/result", Given.TEXT);
        DeliberationView view = book.get(id);
        if (outcome == Outcome.AGREED && !Steps.ready(view, Need.SIGNATURE)) {
            throw Problem.conflict("not-signed", "No version of the agreement has been signed by every party yet.");
        }
        if (outcome == Outcome.DECIDED && view.next() != null) {
            throw Problem.conflict(
                    "steps-missing", "The step '" + view.next().code() + "' and those after it are not done yet.");
        }
        if (outcome != Outcome.FAILED
                && held.publishUntil() != null
                && clock.instant().isBefore(held.publishUntil())) {
            throw Problem.conflict(
                            "publication-running",
                            "The result hangs out since " + held.publishedAt() + " and must until "
                                    + held.publishUntil() + "; it cannot be closed before.")
                    .saying("until", held.publishUntil().toString());
        }
        book.close(id, outcome.name(), result, now());
        tell(held, "DELIBERATION_" + outcome, actor, result);
        return book.get(id);
    }

    /** Locks a deliberation that is not over, for an actor who has seen this version. */
    Deliberation holdOpen(UUID id, Integer version, Actor actor) {
        Deliberation held = book.lock(id);
        caseFile.read(held.incidentId(), actor);
        if (version != null) {
            VersionTag.require(version, held.version(), "deliberation", "stale");
        }
        if (held.closedAt() != null) {
            throw Problem.conflict(
                    "deliberation-over",
                    "The deliberation ended at " + held.closedAt() + " as " + held.outcome() + ".");
        }
        return held;
    }

    void tell(Deliberation held, String word, Actor actor, String note) {
        news.tell(
                held.incidentId(),
                held.number(),
                word,
                actor.name(),
                note,
                Map.of("deliberation", held.id(), "template", held.template()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void checkParties(List<Deliberation.Party> parties, Template template) {
        if (template.needs(Need.SIGNATURE) && parties.size() < 2) {
            throw Given.refuse(
                    "parties-missing",
                    "/parties",
                    Fault.itemsLeast(2),
                    parties.size() + " parties; an agreement needs at least two to sign it");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parties.size(); i++) {
            String code = Given.text(parties.get(i).code(), "/parties/" + i + "/code", 40);
            Given.text(parties.get(i).name(), "/parties/" + i + "/name", Given.NAME);
            if (!seen.add(code)) {
                throw Given.refuse(
                        "party-twice", "/parties/" + i + "/code", Fault.TWICE, "'" + code + "' is there twice");
            }
        }
    }
}
