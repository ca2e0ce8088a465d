package org.gridward.grid;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records who owns a border between two grids where that is not the lower code, and ends such decisions. Like editions they
 * are valid for a time and known for a time, and nothing is overwritten.
 */
@Component
public class BorderDecisions {

    private final Layers layers;
    private final EditionRegister editions;
    private final DecisionRegister register;
    private final RegisterWriter writer;
    private final LayerMaps maps;
    private final GridMap gridMap;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BorderDecisions(
            Layers layers,
            EditionRegister editions,
            DecisionRegister register,
            RegisterWriter writer,
            LayerMaps maps,
            GridMap gridMap,
            Outbox outbox,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.layers = layers;
        this.editions = editions;
        this.register = register;
        this.writer = writer;
        this.maps = maps;
        this.gridMap = gridMap;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The decisions of a layer as known at a time (null: now), the youngest first, ended ones too. */
    public List<BorderDecision> list(String layer, Instant knownAt) {
        return register.decisions(layers.get(layer).code(), knownAt);
    }

    /** @throws Problem 404 naming the decision */
    public BorderDecision get(String layer, UUID id, Instant knownAt) {
        return list(layer, knownAt).stream()
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "unknown-border-decision", "The layer '" + layer + "' has no border decision " + id + "."));
    }

    /**
     * Records a decision; what was decided before on the same border, or along the same line, ends there.
     *
     * @throws Problem 422 when the grids do not share a border then, the owner is neither, or the line lies elsewhere; 409
     *     when the layer has no edition in force then
     */
    public BorderDecision decide(DecideBorder wanted, String actor) {
        Layer layer = layers.get(wanted.layer());
        Instant from = wanted.validFrom().truncatedTo(ChronoUnit.MICROS);
        Instant until = wanted.validUntil()
                .map(end -> end.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
        if (until != null && !from.isBefore(until)) {
            throw Problem.unprocessable("valid-period", "A decision cannot hold from " + from + " until " + until + ".")
                    .with("/validUntil", Fault.ORDER, "not after validFrom");
        }
        LayerMap map = gridMap.find(layer.code(), from, null)
                .orElseThrow(() -> Problem.conflict(
                        "no-edition-in-force",
                        "The layer '" + layer.code() + "' has no edition in force at " + from + "."));
        SharedBorder.require(map, wanted);
        return transaction.execute(status -> {
            Instant now = lock(layer.code());
            boolean inOrder = wanted.oneCode().compareTo(wanted.otherCode()) < 0;
            BorderDecision decision = new BorderDecision(
                    Ids.next(),
                    layer.code(),
                    inOrder ? wanted.oneCode() : wanted.otherCode(),
                    inOrder ? wanted.otherCode() : wanted.oneCode(),
                    wanted.owner(),
                    wanted.line(),
                    wanted.reason(),
                    actor,
                    now,
                    List.of(),
                    List.of());
            Timeline<UUID> before = timeline(decision);
            register.insert(decision);
            register.rewrite(decision.subject(), before, before.put(decision.id(), from, until), now);
            tell(layer, decision, false, from, wanted.reason(), actor);
            return get(layer.code(), decision.id(), null);
        });
    }

    /**
     * Ends a decision at an instant; from then on the rule holds again.
     *
     * @throws Problem 404 for an unknown decision, 409 when it does not hold then
     */
    public BorderDecision end(String layer, UUID id, Instant at, String reason, String actor) {
        Layer known = layers.get(layer);
        return transaction.execute(status -> {
            Instant now = lock(known.code());
            BorderDecision decision = get(known.code(), id, null);
            Timeline<UUID> before = timeline(decision);
            Instant from = at.truncatedTo(ChronoUnit.MICROS);
            Timeline.Span<UUID> span = before.at(from)
                    .filter(held -> held.what().equals(id))
                    .orElseThrow(() -> Problem.conflict(
                            "decision-not-in-force", "The border decision " + id + " does not hold at " + from + "."));
            register.rewrite(decision.subject(), before, before.clear(from, span.until()), now);
            tell(known, decision, true, from, reason, actor);
            return get(known.code(), id, null);
        });
    }

    /** Changes of a layer's borders come one after the other, decisions and editions alike. */
    private Instant lock(String layer) {
        Instant clockNow = editions.lock(layer);
        return register.periods(layer).stream()
                .flatMap(period -> Stream.of(period.knownFrom(), period.knownUntil()))
                .filter(java.util.Objects::nonNull)
                .map(known -> known.plus(1, ChronoUnit.MICROS))
                .reduce(clockNow, (first, second) -> first.isAfter(second) ? first : second);
    }

    private Timeline<UUID> timeline(BorderDecision decision) {
        return new Timeline<>(register.periods(decision.layer()).stream()
                .filter(period -> period.decision().subject().equals(decision.subject()))
                .filter(period -> period.isKnown(null))
                .map(DecisionPeriod::span)
                .toList());
    }

    private void tell(Layer layer, BorderDecision decision, boolean ended, Instant from, String reason, String actor) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("layer", layer.code());
        payload.put("decision", decision.id());
        payload.put("gridCodes", List.of(decision.codeA(), decision.codeB()));
        payload.put("owner", ended ? null : decision.owner());
        payload.put("validFrom", from);
        outbox.append("BorderDecided", layer.code(), payload);
        Instant now = clock.instant();
        LayerMap map = EditionPeriod.timeline(editions.periods(layer.code()), null)
                .at(now)
                .map(span -> writer.decided(maps.get(layer, span.what())))
                .orElseGet(() -> LayerMap.empty(layer));
        events.publishEvent(new BorderDecided(decision, ended, from, reason, actor, map));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gridMap.refresh();
            }
        });
    }
}
