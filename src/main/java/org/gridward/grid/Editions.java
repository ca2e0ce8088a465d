package org.gridward.grid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adopts editions of layers after the topology gate has found no fault, and lists them. An adoption closes what the
 * register knew and adds rows: what was in force at any time, as known at any time, stays answerable.
 */
@Component
public class Editions {

    private final Layers layers;
    private final EditionRegister register;
    private final GridShapes shapes;
    private final LayerMaps maps;
    private final GridMap gridMap;
    private final TopologyGate gate;
    private final GridLineage lineage;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Editions(
            Layers layers,
            EditionRegister register,
            GridShapes shapes,
            LayerMaps maps,
            GridMap gridMap,
            TopologyGate gate,
            GridLineage lineage,
            Outbox outbox,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.layers = layers;
        this.register = register;
        this.shapes = shapes;
        this.maps = maps;
        this.gridMap = gridMap;
        this.gate = gate;
        this.lineage = lineage;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
    }

    /** The editions of a layer, the newest first. */
    public List<Edition> list(String layer) {
        return register.editions(layers.get(layer).code());
    }

    /** @throws Problem 404 naming the edition */
    public Edition get(String layer, EditionId id) {
        return list(layer).stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("unknown-edition", "The layer '" + layer + "' has no edition " + id + "."));
    }

    /** Every fault that would keep these grids from being adopted; changes nothing. */
    public List<Fault> check(AdoptEdition wanted) {
        return gate.check(layers.get(wanted.layer()), wanted);
    }

    /**
     * Adopts the grids as an edition, or refuses them.
     *
     * @throws Problem 422 {@code edition-refused} with one error per fault (kind, codes, place, area in m²), 409 when an
     *     edition starts at the same time or the corrected one is not in force
     */
    public Edition adopt(AdoptEdition wanted, String actor) {
        Layer layer = layers.get(wanted.layer());
        List<Fault> faults = gate.check(layer, wanted);
        if (!faults.isEmpty()) {
            throw TopologyGate.refusal(layer, faults);
        }
        EditionId id = new EditionId(Ids.next());
        LayerMap map = LayerMaps.build(layer, id, wanted.grids());
        return transaction.execute(status -> adopt(layer, wanted, map, actor));
    }

    private Edition adopt(Layer layer, AdoptEdition wanted, LayerMap map, String actor) {
        Instant now = register.lock(layer.code());
        List<EditionPeriod> known = register.periodsKnownNow(layer.code());
        EditionPeriod period = period(layer, wanted, map.edition(), known, now);
        Edition edition = new Edition(
                map.edition(),
                layer.code(),
                label(layer, period),
                wanted.source(),
                wanted.corrects(),
                wanted.grids().size(),
                actor,
                now,
                List.of(new Edition.ValidPeriod(period.validFrom(), Optional.ofNullable(period.validUntil()))));
        register.insertEdition(edition);
        shapes.insert(edition.id(), wanted.grids());
        replace(known, period, now);
        lineage.record(layer, map, before(layer, known, period));
        outbox.append(
                "EditionAdopted",
                layer.code(),
                Map.of("layer", layer.code(), "edition", edition.id(), "validFrom", period.validFrom()));
        events.publishEvent(new EditionAdopted(layer.code(), edition.id(), period.validFrom(), now, actor, map));
        afterCommit(map);
        return edition;
    }

    private EditionPeriod period(
            Layer layer, AdoptEdition wanted, EditionId id, List<EditionPeriod> known, Instant now) {
        if (wanted.corrects().isPresent()) {
            EditionId corrected = wanted.corrects().get();
            EditionPeriod held = known.stream()
                    .filter(period -> period.edition().equals(corrected))
                    .findFirst()
                    .orElseThrow(() -> Problem.conflict(
                            "edition-not-in-force",
                            "The edition " + corrected + " has no period in the layer '" + layer.code()
                                    + "' that could be corrected."));
            return new EditionPeriod(id, layer.code(), held.validFrom(), held.validUntil(), now, null);
        }
        Instant from = wanted.validFrom().truncatedTo(ChronoUnit.MICROS);
        if (known.stream().anyMatch(period -> period.validFrom().equals(from))) {
            throw Problem.conflict(
                    "edition-exists",
                    "The layer '" + layer.code() + "' already has an edition valid from " + from
                            + "; choose another time, or send it as a correction with correctsEdition.");
        }
        Instant until = known.stream()
                .map(EditionPeriod::validFrom)
                .filter(start -> start.isAfter(from))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new EditionPeriod(id, layer.code(), from, until, now, null);
    }

    /** Closes what the new period contradicts and says again what stays true of it. */
    private void replace(List<EditionPeriod> known, EditionPeriod wanted, Instant now) {
        List<EditionPeriod> rests = new ArrayList<>();
        for (EditionPeriod held : known) {
            boolean endsBefore = held.validUntil() != null && !held.validUntil().isAfter(wanted.validFrom());
            boolean startsAfter =
                    wanted.validUntil() != null && !held.validFrom().isBefore(wanted.validUntil());
            if (endsBefore || startsAfter) {
                continue;
            }
            register.closeKnown(held, now);
            if (held.validFrom().isBefore(wanted.validFrom())) {
                rests.add(new EditionPeriod(
                        held.edition(), held.layer(), held.validFrom(), wanted.validFrom(), now, null));
            }
        }
        rests.forEach(register::insertPeriod);
        register.insertPeriod(wanted);
    }

    private Optional<LayerMap> before(Layer layer, List<EditionPeriod> known, EditionPeriod wanted) {
        return known.stream()
                .filter(held -> !held.validFrom().isAfter(wanted.validFrom()))
                .max(Comparator.comparing(EditionPeriod::validFrom))
                .map(held -> maps.get(layer, held.edition()));
    }

    private String label(Layer layer, EditionPeriod period) {
        int number = register.editions(layer.code()).size() + 1;
        return layer.code() + "-" + number + "@" + period.validFrom().toString().substring(0, 10);
    }

    private void afterCommit(LayerMap map) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                maps.keep(map);
                gridMap.refresh();
            }
        });
    }
}
