package org.gridward.grid;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says which grids hold a point at a time, as known at a time. Answers from memory: the register of editions is a snapshot
 * that is replaced as a whole when an edition is adopted, here or by another process.
 */
@Component
public class GridMap {

    /** What the register says of one layer: all it ever said, and what it says now. */
    private record Said(List<EditionPeriod> ever, List<EditionPeriod> now, List<DecisionPeriod> decisions) {

        static final Said NOTHING = new Said(List.of(), List.of(), List.of());

        static Said of(List<EditionPeriod> periods, List<DecisionPeriod> decisions) {
            return new Said(
                    periods,
                    periods.stream()
                            .filter(period -> period.isKnown(null))
                            .sorted(Comparator.comparing(EditionPeriod::validFrom)
                                    .reversed())
                            .toList(),
                    decisions);
        }
    }

    private record Snapshot(String version, List<Layer> layers, Map<String, Said> said) {}

    private static final Logger log = LoggerFactory.getLogger(GridMap.class);

    private final Layers layers;
    private final EditionRegister register;
    private final DecisionRegister decisions;
    private final LayerMaps maps;
    private final Clock clock;
    private volatile Snapshot snapshot;

    GridMap(Layers layers, EditionRegister register, DecisionRegister decisions, LayerMaps maps, Clock clock) {
        this.layers = layers;
        this.register = register;
        this.decisions = decisions;
        this.maps = maps;
        this.clock = clock;
    }

    /** The layers, the widest first. */
    public List<Layer> layers() {
        return snapshot().layers();
    }

    /** @throws Problem 404 naming the layer */
    public Layer layer(String code) {
        return layers().stream()
                .filter(layer -> layer.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Layers.unknown(code, layers()));
    }

    /** The map of a layer in force now. */
    public Optional<LayerMap> find(String layer) {
        return find(layer, clock.instant(), null);
    }

    /** The map of a layer in force at a time, as the register knew it at {@code knownAt} (null: as it knows now). */
    public Optional<LayerMap> find(String layer, Instant at, Instant knownAt) {
        Snapshot now = snapshot();
        return now.layers().stream()
                .filter(known -> known.code().equals(layer))
                .findFirst()
                .flatMap(known -> find(now, known, at, knownAt));
    }

    /** The map of a layer in force at a time as known now; a map of no grids when it has no edition in force then. */
    public LayerMap mapOrEmpty(Layer layer, Instant at) {
        return find(layer.code(), at, null).orElseGet(() -> LayerMap.empty(layer));
    }

    /** The map of one edition of a layer, whether it is in force or not; empty when the layer has no such edition. */
    public Optional<LayerMap> find(String layer, EditionId edition) {
        boolean known = register.editions(layer, null).stream()
                .anyMatch(held -> held.id().equals(edition));
        return known ? Optional.of(maps.get(layer(layer), edition)) : Optional.empty();
    }

    /** The maps of every layer that has an edition in force at that time, the widest first. */
    public List<LayerMap> maps(Instant at, Instant knownAt) {
        Snapshot now = snapshot();
        List<LayerMap> inForce = new ArrayList<>();
        for (Layer layer : now.layers()) {
            find(now, layer, at, knownAt).ifPresent(inForce::add);
        }
        return inForce;
    }

    /** Every grid of every layer that holds the point at that time, the widest layer first. */
    public List<Match> locate(double lon, double lat, Instant at, Instant knownAt) {
        List<Match> matches = new ArrayList<>();
        for (LayerMap map : maps(at, knownAt)) {
            matches.addAll(map.matches(lon, lat));
        }
        return matches;
    }

    /** How much of an area lies outside the grid of a code, 0 to 1, in the editions in force now; 1 where there is no such grid. */
    public double outside(Geometry area, String code) {
        return maps(clock.instant(), null).stream()
                .map(map -> map.shape(code))
                .filter(Objects::nonNull)
                .findFirst()
                .map(shape -> area.buffer(0).difference(shape).getArea() / area.getArea())
                .orElse(1.0);
    }

    /** The code itself and the codes of all grids below it, in the editions in force now. */
    public Set<String> below(String code) {
        Set<String> codes = new LinkedHashSet<>(List.of(code));
        for (LayerMap inForce : maps(clock.instant(), null)) {
            for (String candidate : inForce.codes()) {
                if (codes.contains(inForce.find(candidate).orElseThrow().parentCode())) {
                    codes.add(candidate);
                }
            }
        }
        return codes;
    }

    private Optional<LayerMap> find(Snapshot now, Layer layer, Instant at, Instant knownAt) {
        Said said = now.said().getOrDefault(layer.code(), Said.NOTHING);
        for (EditionPeriod period : knownAt == null ? said.now() : said.ever()) {
            if (period.holds(at, knownAt)) {
                return Optional.of(maps.get(layer, period.edition(), decided(said, at, knownAt)));
            }
        }
        return Optional.empty();
    }

    /**
     * The locator of a layer in force at a time, as known at a time, without the rest of its map: for one long join in a
     * process of its own. Takes a fraction of the memory and is built for this call.
     */
    public Optional<EditionLocator> locator(String layer, Instant at, Instant knownAt) {
        Snapshot now = snapshot();
        Said said = now.said().getOrDefault(layer, Said.NOTHING);
        for (EditionPeriod period : knownAt == null ? said.now() : said.ever()) {
            if (period.holds(at, knownAt)) {
                return decided(said, at, knownAt).isEmpty()
                        ? Optional.of(
                                new EditionLocator(period.edition(), maps.locator(layer(layer), period.edition())))
                        : find(layer, at, knownAt).map(map -> new EditionLocator(map.edition(), map.locator()));
            }
        }
        return Optional.empty();
    }

    private static List<BorderDecision> decided(Said said, Instant at, Instant knownAt) {
        return said.decisions().isEmpty()
                ? List.of()
                : said.decisions().stream()
                        .filter(period -> period.holds(at, knownAt))
                        .map(DecisionPeriod::decision)
                        .toList();
    }

    private Snapshot snapshot() {
        Snapshot present = snapshot;
        return present != null ? present : refresh();
    }

    /** Reads the register anew if it changed. Called after each adoption, and by the clock for other processes' work. */
    synchronized Snapshot refresh() {
        String version = register.version();
        Snapshot present = snapshot;
        if (present != null && present.version().equals(version)) {
            return present;
        }
        Map<String, List<EditionPeriod>> periods =
                register.periods().stream().collect(Collectors.groupingBy(EditionPeriod::layer));
        Map<String, List<DecisionPeriod>> borders = decisions.periods(null).stream()
                .collect(Collectors.groupingBy(period -> period.decision().layer()));
        Map<String, Said> said = new HashMap<>();
        periods.forEach((layer, own) -> said.put(layer, Said.of(own, borders.getOrDefault(layer, List.of()))));
        snapshot = new Snapshot(version, layers.list(), said);
        return snapshot;
    }

    /** Whether the register has been read at least once. */
    boolean isLoaded() {
        return snapshot != null;
    }

    /** Loads the editions in force, first before requests need them, then whenever they change; a lost database waits. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "${gridward.grid.refresh:500}", fixedDelayString = "${gridward.grid.refresh:500}")
    void follow() {
        try {
            refresh();
            pin();
            maps(clock.instant(), null);
        } catch (Problem tooLarge) {
            log.warn("A layer in force cannot be answered for: {}", tooLarge.detail());
        } catch (DataAccessException away) {
            log.debug("Register not readable, answering from the last snapshot: {}", away.toString());
        }
    }

    private void pin() {
        Instant now = clock.instant();
        maps.pin(snapshot().said().values().stream()
                .flatMap(said -> said.now().stream().filter(period -> period.holds(now, null)))
                .map(EditionPeriod::edition)
                .collect(Collectors.toSet()));
    }
}
