package org.gridward.grid;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridward.platform.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes one change of a layer's register within the transaction of its caller: locks the layer, rewrites the periods,
 * keeps the reason, tells whoever listens. Other servers and requests see it after the commit, all of it at once.
 */
@Component
class RegisterWriter {

    /** A layer's register under lock: what it says now, and the instant from which a change of it will be known. */
    record Book(Layer layer, Timeline<EditionId> timeline, Instant now) {}

    private final EditionRegister register;
    private final DecisionRegister decisions;
    private final LayerMaps maps;
    private final GridMap gridMap;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterWriter(
            EditionRegister register,
            DecisionRegister decisions,
            LayerMaps maps,
            GridMap gridMap,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.decisions = decisions;
        this.maps = maps;
        this.gridMap = gridMap;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Locks the layer until the transaction ends. Known times of a layer strictly increase, whatever the clock does. */
    Book open(Layer layer) {
        Instant clockNow = register.lock(layer.code());
        List<EditionPeriod> all = register.periods(layer.code());
        Instant now = all.stream()
                .flatMap(period -> Stream.of(Optional.of(period.knownFrom()), Optional.ofNullable(period.knownUntil())))
                .flatMap(Optional::stream)
                .map(known -> known.plus(1, ChronoUnit.MICROS))
                .reduce(clockNow, (first, second) -> first.isAfter(second) ? first : second);
        return new Book(layer, EditionPeriod.timeline(all, null), now);
    }

    /** A new drawing comes into force. */
    void adopt(Book book, Timeline<EditionId> after, RegisterChange change, LayerMap map) {
        write(book, after, change, "EditionAdopted");
        events.publishEvent(new EditionAdopted(
                change.layer(), change.edition(), change.validFrom(), book.now(), change.actor(), decided(map)));
        afterCommit(() -> maps.keep(map));
    }

    /** Known drawings are in force at other times. */
    void reschedule(Book book, Timeline<EditionId> after, RegisterChange change) {
        write(book, after, change, "EditionPeriodsChanged");
        LayerMap map = after.at(clock.instant())
                .map(span -> decided(maps.get(book.layer(), span.what())))
                .orElseGet(() -> LayerMap.empty(book.layer()));
        events.publishEvent(new EditionPeriodsChanged(change, map));
        afterCommit(() -> {});
    }

    /** The map under the border decisions that hold now. */
    LayerMap decided(LayerMap map) {
        Instant now = clock.instant();
        List<BorderDecision> inForce = decisions.periods(map.layer().code()).stream()
                .filter(period -> period.holds(now, null))
                .map(DecisionPeriod::decision)
                .toList();
        return inForce.isEmpty() ? map : map.under(inForce);
    }

    private void write(Book book, Timeline<EditionId> after, RegisterChange change, String news) {
        register.rewrite(change.layer(), book.timeline(), after, book.now());
        register.insertChange(change);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("layer", change.layer());
        payload.put("edition", change.edition());
        payload.put("validFrom", change.validFrom());
        payload.put("validUntil", change.validUntil());
        payload.put("kind", change.kind());
        outbox.append(news, change.layer(), payload);
    }

    private void afterCommit(Runnable first) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                first.run();
                gridMap.refresh();
            }
        });
    }
}
