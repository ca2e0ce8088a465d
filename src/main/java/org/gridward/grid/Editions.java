package org.gridward.grid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adopts editions of layers after the topology gate has found no fault, retires and moves them in time, and lists them. A
 * change closes what the register knew and adds rows: what was in force at any time, as known at any time, stays
 * answerable.
 */
@Component
public class Editions {

    private final Layers layers;
    private final EditionRegister register;
    private final RegisterWriter writer;
    private final EditionTimes times;
    private final GridShapes shapes;
    private final LayerMaps maps;
    private final TopologyGate gate;
    private final ReusedCodes codes;
    private final ChildCheck children;
    private final GridLineage lineage;
    private final TransactionTemplate transaction;

    Editions(
            Layers layers,
            EditionRegister register,
            RegisterWriter writer,
            EditionTimes times,
            GridShapes shapes,
            LayerMaps maps,
            TopologyGate gate,
            ReusedCodes codes,
            ChildCheck children,
            GridLineage lineage,
            TransactionTemplate transaction) {
        this.layers = layers;
        this.register = register;
        this.writer = writer;
        this.times = times;
        this.shapes = shapes;
        this.maps = maps;
        this.gate = gate;
        this.codes = codes;
        this.children = children;
        this.lineage = lineage;
        this.transaction = transaction;
    }

    /** The editions of a layer, the newest first. */
    public List<Edition> list(String layer) {
        return list(layer, null);
    }

    /** The editions of a layer as the register knew them at {@code knownAt} (null: now), the newest first. */
    public List<Edition> list(String layer, Instant knownAt) {
        return register.editions(layers.get(layer).code(), knownAt);
    }

    /** Everything said of the layer's editions until {@code knownAt} (null: now), the newest first. */
    public List<RegisterChange> changes(String layer, Instant knownAt) {
        return register.changes(layers.get(layer).code(), knownAt);
    }

    /** @throws Problem 404 naming the edition */
    public Edition get(String layer, EditionId id) {
        return get(layer, id, null);
    }

    /** @throws Problem 404 naming the edition, also when it was adopted after {@code knownAt} */
    public Edition get(String layer, EditionId id, Instant knownAt) {
        return list(layer, knownAt).stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("unknown-edition", "The layer '" + layer + "' has no edition " + id + "."));
    }

    /** Every fault that would keep these grids from being adopted; changes nothing. */
    public List<Fault> check(AdoptEdition wanted) {
        Layer layer = layers.get(wanted.layer());
        List<Fault> faults = new ArrayList<>(gate.check(layer, wanted, beginning(wanted)));
        faults.addAll(reused(layer, wanted, EditionPeriod.timeline(register.periods(layer.code()), null)));
        return faults;
    }

    private List<Fault> reused(Layer layer, AdoptEdition wanted, Timeline<EditionId> timeline) {
        Slot slot = Slot.of(timeline, beginning(wanted), wanted.corrects());
        return codes.find(layer, slot, wanted.grids(), wanted.corrects().isPresent());
    }

    /**
     * What the child layers in force then would need: the faults their present grids have below the new ones, by layer. They
     * do not keep a parent from being adopted; the children's edition of the same moment comes after it.
     */
    public Map<String, List<Fault>> children(AdoptEdition wanted) {
        return children.find(layers.get(wanted.layer()), wanted.grids(), beginning(wanted));
    }

    /** When the drawing would come into force; a correction begins with what it corrects. */
    public Instant beginning(AdoptEdition wanted) {
        return wanted.corrects()
                .flatMap(corrected ->
                        EditionPeriod.timeline(register.periods(wanted.layer()), null).of(corrected).stream()
                                .map(Timeline.Span::from)
                                .findFirst())
                .orElse(wanted.validFrom());
    }

    /**
     * Adopts the grids as an edition, or refuses them.
     *
     * @throws Problem 422 {@code edition-refused} with one error per fault (kind, codes, place, area in m²), 409 when an
     *     edition starts at the same time or the corrected one is not in force
     */
    public Edition adopt(AdoptEdition wanted, String actor) {
        Layer layer = layers.get(wanted.layer());
        List<Fault> faults = check(wanted);
        if (!faults.isEmpty()) {
            throw TopologyGate.refusal(layer, faults);
        }
        GridShapes.Loaded grids = GridShapes.Loaded.of(wanted.grids());
        maps.requireRoom(layer, new MapWeight(grids.grids().size(), grids.vertices()));
        EditionId id = new EditionId(Ids.next());
        Optional<Redrawing> change =
                gate.change(layer, wanted.grids(), beginning(wanted)).filter(Redrawing::isSmall);
        LayerMap map =
                change.map(small -> LayerMap.redrawn(id, small, grids)).orElseGet(() -> LayerMap.of(layer, id, grids));
        return transaction.execute(status -> adopt(layer, wanted, map, change, actor));
    }

    private Edition adopt(Layer layer, AdoptEdition wanted, LayerMap map, Optional<Redrawing> change, String actor) {
        RegisterWriter.Book book = writer.open(layer);
        List<Fault> faults = reused(layer, wanted, book.timeline());
        if (!faults.isEmpty()) {
            throw TopologyGate.refusal(layer, faults);
        }
        Timeline<EditionId> after = times.adopt(book, wanted, map.edition());
        List<Timeline.Span<EditionId>> own = after.of(map.edition());
        Timeline.Span<EditionId> first = own.get(0);
        Edition edition = new Edition(
                map.edition(),
                layer.code(),
                label(layer, first.from()),
                wanted.source(),
                wanted.corrects(),
                wanted.grids().size(),
                actor,
                book.now(),
                List.of(),
                List.of());
        register.insertEdition(edition, map.vertices(), gate.parentEdition(layer, beginning(wanted)));
        change.ifPresentOrElse(
                small -> shapes.insert(edition.id(), wanted.grids(), small),
                () -> shapes.insert(edition.id(), wanted.grids()));
        lineage.record(layer, book.timeline(), after, map);
        ChangeKind kind = wanted.corrects().isPresent() ? ChangeKind.CORRECT : ChangeKind.ADOPT;
        Instant until = own.get(own.size() - 1).until();
        writer.adopt(book, after, change(book, kind, map.edition(), first.from(), until, wanted.source(), actor), map);
        return get(layer.code(), map.edition());
    }

    /**
     * Ends the edition in force at an instant; nothing follows it until another one begins. An instant at which an edition
     * begins takes that edition back.
     *
     * @throws Problem 409 when the layer has no edition in force then
     */
    public Edition retire(RetireEdition wanted, String actor) {
        Layer layer = layers.get(wanted.layer());
        return transaction.execute(status -> {
            RegisterWriter.Book book = writer.open(layer);
            Instant from = wanted.validFrom().truncatedTo(ChronoUnit.MICROS);
            Timeline.Span<EditionId> ended = times.inForce(book, from);
            Timeline<EditionId> after = book.timeline().clear(from, ended.until());
            lineage.record(layer, book.timeline(), after, null);
            writer.reschedule(
                    book,
                    after,
                    change(book, ChangeKind.RETIRE, ended.what(), from, ended.until(), wanted.reason(), actor));
            return get(layer.code(), ended.what());
        });
    }

    /**
     * Corrects the time of an edition: when it began, when it ended, or that it did not end.
     *
     * @throws Problem 404 for an unknown edition, 409 when it is not in force at any time or would cover another's beginning,
     *     422 when nothing is said or the end is not after the beginning
     */
    public Edition move(MoveEdition wanted, String actor) {
        Layer layer = layers.get(wanted.layer());
        get(layer.code(), wanted.edition());
        return transaction.execute(status -> {
            RegisterWriter.Book book = writer.open(layer);
            Timeline<EditionId> after = times.move(book, wanted);
            List<Timeline.Span<EditionId>> own = after.of(wanted.edition());
            Instant until = own.get(own.size() - 1).until();
            writer.reschedule(
                    book,
                    after,
                    change(book, ChangeKind.MOVE, wanted.edition(), own.get(0).from(), until, wanted.reason(), actor));
            return get(layer.code(), wanted.edition());
        });
    }

    private static RegisterChange change(
            RegisterWriter.Book book,
            ChangeKind kind,
            EditionId edition,
            Instant from,
            Instant until,
            String reason,
            String actor) {
        return new RegisterChange(book.layer().code(), kind, edition, from, until, reason, actor, book.now());
    }

    private String label(Layer layer, Instant validFrom) {
        int number = register.editions(layer.code(), null).size() + 1;
        return layer.code() + "-" + number + "@" + validFrom.toString().substring(0, 10);
    }
}
