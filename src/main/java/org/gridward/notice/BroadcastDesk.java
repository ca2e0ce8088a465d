package org.gridward.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.incident.CaseFile;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares broadcasts, sends them, and takes them back or puts them right. Who reads one is told why it changed. */
@Component
public class BroadcastDesk {

    private static final String COMMUNITY = "community";

    private final Broadcasts broadcasts;
    private final BroadcastWriter writer;
    private final BroadcastReach reach;
    private final CaseFile cases;
    private final MessageWriter messages;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;

    BroadcastDesk(
            Broadcasts broadcasts,
            BroadcastWriter writer,
            BroadcastReach reach,
            CaseFile cases,
            MessageWriter messages,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.broadcasts = broadcasts;
        this.writer = writer;
        this.reach = reach;
        this.cases = cases;
        this.messages = messages;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Prepares a broadcast and counts whom it would reach; nobody sees it yet.
     *
     * @throws Problem 400 or 422 naming each member that is not acceptable, 403 the area lies elsewhere, 404 no such incident
     */
    @Transactional
    public Broadcast draft(Draft draft, Actor actor) {
        BroadcastRules.Span span = BroadcastRules.Span.of(draft, zone);
        BroadcastRules.check(draft, span, clock.instant());
        List<Geometry> drawn = BroadcastRules.areas(draft.areas());
        if (draft.incidentId() != null) {
            cases.read(draft.incidentId(), actor);
        }
        UUID id = Ids.next();
        writer.insert(row(id, draft, span, null, null), actor);
        int part = 0;
        for (Geometry shape : drawn) {
            writer.addArea(id, part++, shape);
        }
        for (int i = 0; draft.grids() != null && i < draft.grids().size(); i++) {
            writer.addGrid(id, part++, draft.grids().get(i), "/grids/" + i);
        }
        reach.require(broadcasts.get(id), actor);
        writer.countDoors(id);
        return broadcasts.get(id);
    }

    /**
     * Sends a draft: counted once more, shown on its boards from now on, listed for its groups.
     *
     * @throws Problem 404, 403 its area lies elsewhere, 412 changed since, 409 sent already or its time has passed
     */
    @Transactional
    public Broadcast send(UUID id, int version, Actor actor) {
        Broadcast draft = require(id, "DRAFT", actor);
        Instant now = clock.instant();
        if (!draft.validUntil().isAfter(now)) {
            throw Problem.conflict(
                    "window-passed",
                    "It held until " + draft.validUntil() + " and it is " + now + "; prepare it anew.");
        }
        writer.move(draft, version, "SENT", null, actor);
        writer.countDoors(id);
        writer.deliver(id, actor);
        Broadcast sent = broadcasts.get(id);
        tell(sent, NoticeEvent.BROADCAST_SENT, actor, now);
        return sent;
    }

    /**
     * Takes a broadcast back. Its boards say so, with the reason, until its time is over.
     *
     * @throws Problem 404, 403 its area lies elsewhere, 412 changed since, 409 not sent, 422 without a reason
     */
    @Transactional
    public Broadcast recall(UUID id, String reason, int version, Actor actor) {
        String why = BroadcastRules.reason(reason);
        writer.move(require(id, "SENT", actor), version, "RECALLED", why, actor);
        Broadcast recalled = broadcasts.get(id);
        tell(recalled, NoticeEvent.BROADCAST_RECALLED, actor, clock.instant());
        return recalled;
    }

    /**
     * Puts a broadcast right: another takes its place in the same area and says why. Answers the new one, which is sent.
     *
     * @param draft what it says now; areas, grids, policy and incident stay those of the first
     * @throws Problem as {@link #draft} and {@link #recall}
     */
    @Transactional
    public Broadcast correct(UUID id, Draft draft, String reason, int version, Actor actor) {
        String why = BroadcastRules.reason(reason);
        Broadcast wrong = require(id, "SENT", actor);
        Draft full = new Draft(
                draft.titleZh(),
                draft.titleEn(),
                draft.textZh(),
                draft.textEn(),
                draft.validFrom(),
                draft.validUntil(),
                draft.window(),
                wrong.policy(),
                wrong.layer(),
                null,
                List.of(new Draft.GridNamed("", "")),
                wrong.incidentId());
        BroadcastRules.Span span = BroadcastRules.Span.of(full, zone);
        BroadcastRules.check(full, span, clock.instant());
        UUID fresh = Ids.next();
        writer.move(wrong, version, "CORRECTED", why, actor);
        writer.insert(row(fresh, full, span, id, why), actor);
        writer.copyAreas(fresh, id);
        return send(fresh, 1, actor);
    }

    private Broadcast require(UUID id, String state, Actor actor) {
        Broadcast broadcast = broadcasts.get(id);
        reach.require(broadcast, actor);
        if (!broadcast.state().equals(state)) {
            throw Problem.conflict(
                    "broadcast-state",
                    "The broadcast is " + broadcast.state() + "; this needs one that is " + state + ".");
        }
        return broadcast;
    }

    private void tell(Broadcast broadcast, NoticeEvent event, Actor actor, Instant now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", broadcast.id());
        facts.put("title", broadcast.titleZh());
        facts.put("textZh", broadcast.textZh());
        facts.put("textEn", broadcast.textEn());
        facts.put("from", broadcast.validFrom());
        facts.put("until", broadcast.validUntil());
        facts.put("reason", broadcast.reason());
        facts.put("incidentId", broadcast.incidentId());
        facts.put("receipt", broadcast.receipt());
        outbox.append(event.code(), broadcast.id().toString(), facts);
        messages.write(
                new MessageWriter.News(event, broadcast.id(), now, null, writer.gridsOf(broadcast.id()), facts, null));
        Map<String, Object> receipt = Map.of(
                "doors",
                broadcast.receipt().doors(),
                "told",
                broadcast.receipt().told());
        String word = event == NoticeEvent.BROADCAST_SENT ? "BROADCAST_SENT" : "BROADCAST_RECALLED";
        audit.append(actor, word, broadcast.id().toString(), receipt);
        if (broadcast.incidentId() != null) {
            cases.write(broadcast.incidentId(), word, actor.name(), broadcast.titleZh(), receipt);
        }
    }

    private static BroadcastWriter.Row row(
            UUID id, Draft draft, BroadcastRules.Span span, UUID corrects, String reason) {
        return new BroadcastWriter.Row(
                id,
                draft.titleZh().strip(),
                Texts.stripped(draft.titleEn()),
                draft.textZh().strip(),
                Texts.stripped(draft.textEn()),
                span,
                draft.policy() == null ? BroadcastPolicy.AFFECTED : draft.policy(),
                draft.layer() == null ? COMMUNITY : draft.layer(),
                draft.incidentId(),
                corrects,
                reason);
    }
}
