package org.gridward.border;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geometry.Arc;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.Owner;
import org.gridward.geometry.TooTangledException;
import org.gridward.grid.EditionId;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Ranks the borders in force by what they cost: cases near them, returns, hand-overs, joint dispatches, hours lost. */
@Component
public class BorderRiskDesk {

    /** The layer whose borders count as edges of blocks beside the streets. */
    private static final String BLOCKS = "street-block";

    private static final int MONTHS = 12;
    private static final int KEPT = 4;

    private final GridMap gridMap;
    private final GroundFacts facts;
    private final StreetMeters streets;
    private final Clock clock;
    private final Map<EditionId, Arrangement> kept = new LinkedHashMap<>(8, 0.75f, true);

    BorderRiskDesk(GridMap gridMap, GroundFacts facts, StreetMeters streets, Clock clock) {
        this.gridMap = gridMap;
        this.facts = facts;
        this.streets = streets;
        this.clock = clock;
    }

    /**
     * The riskiest borders of a layer, by the cases reported after {@code from} and up to {@code to}.
     *
     * @param from null: twelve months before {@code to}
     * @param to null: now
     * @param accuracyMeters for the cases that came without
     * @param at whose borders; null: those in force now
     * @param knownAt as the register of editions knew them then; null: now
     * @throws Problem 404 naming the layer, 409 when it has no edition in force, 422 when its borders are too tangled
     */
    public BorderRisk rank(
            String layer, Instant from, Instant to, double accuracyMeters, int limit, Instant at, Instant knownAt) {
        gridMap.layer(layer);
        Instant when = at == null ? clock.instant() : at;
        LayerMap map = gridMap.find(layer, when, knownAt)
                .orElseThrow(() -> Problem.conflict(
                        "no-edition-in-force",
                        "The layer '" + layer + "' has no edition in force at " + when
                                + "; adopt one first, or ask for another time."));
        Instant until = (to == null ? clock.instant() : to).truncatedTo(ChronoUnit.MICROS);
        Instant since = from == null
                ? until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant()
                : from;
        if (!since.isBefore(until)) {
            throw Problem.unprocessable(
                            "period-empty",
                            "The period from " + since + " to " + until + " is empty; send a later end.")
                    .with("/to", Fault.ORDER, "not after from");
        }
        Arrangement borders = borders(map);
        List<GroundFacts.Case> cases = facts.cases(Plan.of(map).box(), since, until);
        RiskTally tally = RiskTally.of(borders, cases, accuracyMeters);
        return new BorderRisk(
                layer,
                map.edition(),
                since,
                until,
                accuracyMeters,
                tally.medianHours().isPresent() ? tally.medianHours().getAsDouble() : null,
                cases.size(),
                tally.near(),
                cases.size() - tally.near(),
                borders.arcs().size(),
                ranked(borders, tally, limit),
                tally.receipt(layer, map.edition().toString(), until));
    }

    private synchronized Arrangement borders(LayerMap map) {
        try {
            Arrangement borders =
                    kept.computeIfAbsent(map.edition(), edition -> Arrangement.of(FaceFinder.shapes(map)));
            var eldest = kept.keySet().iterator();
            while (kept.size() > KEPT) {
                eldest.next();
                eldest.remove();
            }
            return borders;
        } catch (TooTangledException knot) {
            throw Problem.unprocessable(
                    "borders-too-tangled", "The borders cross too often to be ranked: " + knot.getMessage());
        }
    }

    private List<RiskyBorder> ranked(Arrangement borders, RiskTally tally, int limit) {
        List<Arc> arcs = tally.ranked().stream()
                .limit(limit)
                .map(id -> borders.arcs().get(id))
                .toList();
        BlockEdges edges = edges(arcs);
        List<RiskyBorder> ranked = new ArrayList<>();
        for (Arc arc : arcs) {
            RiskTally.Sums sums = tally.sums(arc.id());
            ranked.add(new RiskyBorder(
                    ranked.size() + 1,
                    codes(arc.leftOwners()),
                    codes(arc.rightOwners()),
                    arc.line(),
                    arc.lengthMeters(),
                    sums.cases,
                    sums.returns,
                    sums.handOvers,
                    sums.joint,
                    sums.hoursLost,
                    sums.index(),
                    edges.nearest(arc.line())));
        }
        return ranked;
    }

    private BlockEdges edges(List<Arc> arcs) {
        Envelope box = new Envelope();
        arcs.forEach(arc -> box.expandToInclude(arc.line().getEnvelopeInternal()));
        box.expandBy(0.004);
        List<BlockEdges.Edge> edges = new ArrayList<>(arcs.isEmpty() ? List.of() : streets.edges(box));
        gridMap.find(BLOCKS).ifPresent(blocks -> blocks.codes().forEach(code -> {
            if (blocks.shape(code).getEnvelopeInternal().intersects(box)) {
                String zh = blocks.find(code).orElseThrow().nameZh();
                String en = blocks.find(code).orElseThrow().nameEn();
                edges.add(
                        new BlockEdges.Edge("BLOCK", zh, en, blocks.shape(code).getBoundary()));
            }
        }));
        return new BlockEdges(edges);
    }

    private static List<String> codes(List<Owner> owners) {
        return owners.stream().map(Owner::code).toList();
    }
}
