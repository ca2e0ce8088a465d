package org.gridward.responsibility;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps rulings as precedents, shows them, and lets one that a new edition has overtaken be confirmed or ended. */
@Component
public class Precedents {

    /** A precedent with how it stands now and the period for which it was made; null instants are open. */
    public record Standing(Precedent precedent, State state, Instant validFrom, Instant validTo) {

        /** A precedent never changes but for how it stands. */
        public int version() {
            return state.ordinal() + 1;
        }
    }

    /** NEEDS_CONFIRMATION: an edition was adopted after the ruling, and the precedent decides nothing until somebody looks. */
    public enum State {
        IN_FORCE,
        NEEDS_CONFIRMATION,
        OVER
    }

    /** So much of its ground may lie outside: who draws along a border by hand is never exact. */
    private static final double STRAY = 0.05;

    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final RosterKeeper keeper;
    private final GridMap gridMap;
    private final AuditTrail audit;
    private final Clock clock;

    Precedents(
            JdbcClient jdbc, Knowledge knowledge, RosterKeeper keeper, GridMap gridMap, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.keeper = keeper;
        this.gridMap = gridMap;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those known now, the latest first. */
    public List<Standing> list() {
        return keeper.roster().precedents().stream()
                .filter(row -> row.span().knownTo().equals(Instant.MAX))
                .map(this::standing)
                .toList();
    }

    /** Keeps a ruling. @throws Problem 422 where its ground is no area or its period is empty, 403 it reaches elsewhere */
    @Transactional
    public void add(Precedent precedent, Instant validFrom, Instant validTo, Actor actor) {
        Period period = Period.of(validFrom, validTo);
        if (precedent.shape().getDimension() != 2 || !precedent.shape().isValid()) {
            throw Problem.unprocessable(
                            "precedent-shape", "The ground of a precedent is an area that does not cross itself.")
                    .with("/precedent/shape", Fault.SHAPE, "no sound area");
        }
        requireInside(precedent, actor);
        store(precedent, period, knowledge.next(), actor.name());
        audit.append(
                actor,
                "PRECEDENT_MADE",
                precedent.id().toString(),
                Map.of("to", precedent.toCode(), "number", precedent.number()));
    }

    /**
     * Puts a precedent in force again under the editions of now.
     *
     * @throws Problem 404, 403, 412 it stands otherwise than was read, 409 it needs no confirmation
     */
    @Transactional
    public void confirm(UUID id, int seen, Actor actor) {
        Standing found = get(id);
        requireInside(found.precedent(), actor);
        VersionTag.require(seen, found.version(), "precedent", "stale-precedent");
        if (found.state() != State.NEEDS_CONFIRMATION) {
            throw Problem.conflict("precedent-not-in-question", "The precedent " + id + " is " + found.state() + ".");
        }
        Precedent old = found.precedent();
        Instant knownAt = knowledge.next();
        end(id, knownAt);
        Precedent anew = new Precedent(
                UUID.nameUUIDFromBytes((id + "/" + knownAt).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                old.category(),
                old.shape(),
                old.toLayer(),
                old.toCode(),
                old.department(),
                old.baseLayer(),
                edition(old),
                old.number(),
                old.reason(),
                knownAt,
                actor.name());
        store(anew, new Period(found.validFrom(), found.validTo()), knownAt, actor.name());
        audit.append(actor, "PRECEDENT_CONFIRMED", id.toString(), Map.of("edition", anew.baseEdition()));
    }

    /** Takes a precedent back; past answers stay as they were. @throws Problem 404, 403, 412 it stands otherwise */
    @Transactional
    public void end(UUID id, int seen, Actor actor) {
        Standing found = get(id);
        requireInside(found.precedent(), actor);
        VersionTag.require(seen, found.version(), "precedent", "stale-precedent");
        end(id, knowledge.next());
        audit.append(actor, "PRECEDENT_ENDED", id.toString(), Map.of());
    }

    /** A precedent decides who gets further cases: nobody makes or takes back one for ground where others answer. */
    private void requireInside(Precedent precedent, Actor actor) {
        boolean everywhere = actor.jurisdiction().equals(Actor.WHOLE_CITY);
        if (!everywhere && gridMap.outside(precedent.shape(), actor.jurisdiction()) > STRAY) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The ground of the precedent reaches outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'; draw it smaller, or ask who answers there.");
        }
    }

    private Standing get(UUID id) {
        return list().stream()
                .filter(row -> row.precedent().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-precedent", "There is no precedent " + id + "."));
    }

    private Standing standing(Held<Precedent> row) {
        Span span = row.span();
        State state = clock.instant().isBefore(span.validTo())
                ? row.thing().baseEdition().equals(edition(row.thing())) ? State.IN_FORCE : State.NEEDS_CONFIRMATION
                : State.OVER;
        return new Standing(row.thing(), state, RuleDesk.open(span.validFrom()), RuleDesk.open(span.validTo()));
    }

    /** The edition that draws the precedent's ground now; empty where none does. */
    private String edition(Precedent precedent) {
        Point inside = precedent.shape().getInteriorPoint();
        return gridMap.locate(inside.getX(), inside.getY(), clock.instant(), null).stream()
                .filter(match -> match.layer().equals(precedent.baseLayer()))
                .map(match -> match.edition())
                .findFirst()
                .orElse("");
    }

    private void end(UUID id, Instant knownAt) {
        jdbc.sql(Sql.of("responsibility/end_precedent"))
                .param("id", id)
                .param("knownAt", knownAt.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private void store(Precedent precedent, Period period, Instant knownAt, String actor) {
        period.set(jdbc.sql(Sql.of("responsibility/insert_precedent")), knownAt)
                .param("id", precedent.id())
                .param("category", Objects.toString(precedent.category(), ""))
                .param("wkt", precedent.shape().toText())
                .param("toLayer", precedent.toLayer())
                .param("toCode", precedent.toCode())
                .param("department", precedent.department())
                .param("baseLayer", precedent.baseLayer())
                .param("baseEdition", precedent.baseEdition())
                .param("number", precedent.number())
                .param("reason", precedent.reason())
                .param("madeBy", actor)
                .update();
    }
}
