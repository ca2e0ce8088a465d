package org.gridward.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.geometry.CoverageCheck;
import org.gridward.geometry.CoverageMember;
import org.gridward.geometry.Fault;
import org.gridward.geometry.FaultKind;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Decides whether the grids of an edition may be adopted: sound shapes inside the jurisdiction, each code once, and in a
 * PARTITION no overlap, no gap, nothing outside its parent.
 */
@Component
class TopologyGate {

    /** As many vertices as the store takes for one grid. */
    static final int MAX_VERTICES = 100_000;

    /** County, town and community: what a grid's code shares with its parent's in the standard's layout. */
    private static final int SHARED_DIGITS = 12;

    private static final int MAX_LISTED = 1_000;

    private final GridMap map;
    private final LayerMaps maps;
    private final EditionRegister register;
    private final Jurisdiction jurisdiction;

    TopologyGate(GridMap map, LayerMaps maps, EditionRegister register, Jurisdiction jurisdiction) {
        this.map = map;
        this.maps = maps;
        this.register = register;
        this.jurisdiction = jurisdiction;
    }

    List<Fault> check(Layer layer, AdoptEdition wanted, Instant from) {
        if (wanted.grids().isEmpty()) {
            throw Problem.unprocessable("edition-empty", "The edition has no grids; send at least one.");
        }
        if (isSmallChange(layer, wanted, from)) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        List<CoverageMember> members = new ArrayList<>();
        for (NewGrid grid : wanted.grids()) {
            if (jurisdiction.box().covers(grid.shape().getEnvelopeInternal())
                    || grid.shape().isEmpty()) {
                members.add(new CoverageMember(grid.code(), grid.parentCode(), grid.shape()));
            } else {
                faults.add(outside(grid));
            }
        }
        CoverageCheck check = (layer.kind() == LayerKind.PARTITION ? CoverageCheck.partition() : CoverageCheck.free())
                .withMaxVertices(MAX_VERTICES);
        if (layer.parent().isEmpty()) {
            faults.addAll(check.check(members));
            return faults;
        }
        faults.addAll(check.checkUnder(members, parents(layer.parent().get(), from)));
        faults.addAll(codeFaults(wanted.grids()));
        return faults;
    }

    /**
     * How the drawing differs from the edition in force then; empty when there is none, or when that was held against
     * another edition of the parent layer than is in force then.
     */
    Optional<Redrawing> change(Layer layer, List<NewGrid> grids, Instant from) {
        Optional<EditionId> parent = parentEdition(layer, from);
        return map.find(layer.code(), from, null)
                .map(LayerMap::edition)
                .filter(edition -> layer.parent().isEmpty()
                        || register.checkedUnder(edition).equals(parent))
                .map(edition -> Redrawing.of(maps.get(layer, edition), grids));
    }

    /** The edition of the parent layer that a drawing is held against. */
    Optional<EditionId> parentEdition(Layer layer, Instant from) {
        return layer.parent().flatMap(code -> map.find(code, from, null)).map(LayerMap::edition);
    }

    private boolean isSmallChange(Layer layer, AdoptEdition wanted, Instant from) {
        Optional<Redrawing> change = change(layer, wanted.grids(), from);
        if (change.isEmpty()) {
            return false;
        }
        List<NewGrid> placed = new ArrayList<>(change.get().redrawn());
        boolean inBox = placed.stream()
                .allMatch(grid -> jurisdiction.box().covers(grid.shape().getEnvelopeInternal()));
        placed.addAll(change.get().moved());
        return inBox
                && (layer.parent().isEmpty() || codeFaults(placed).isEmpty())
                && ChangeGate.passes(
                        layer,
                        change.get(),
                        wanted.grids(),
                        layer.parent().map(parent -> parents(parent, from)).orElse(null));
    }

    private Map<String, Geometry> parents(String parent, Instant at) {
        LayerMap inForce = map.find(parent, at, null)
                .orElseThrow(() -> Problem.conflict(
                        "parent-without-edition",
                        "The parent layer '" + parent + "' has no edition in force at " + at
                                + "; adopt one first, or choose a later validFrom."));
        Map<String, Geometry> shapes = new HashMap<>();
        inForce.codes().forEach(code -> shapes.put(code, inForce.shape(code)));
        return shapes;
    }

    private Fault outside(NewGrid grid) {
        return new Fault(
                FaultKind.OUTSIDE_PARENT,
                List.of(grid.code()),
                grid.shape().getFactory().createPoint(grid.shape().getCoordinate()),
                0,
                "grid " + grid.code() + " reaches outside the jurisdiction's box " + jurisdiction.box()
                        + "; send WGS 84 longitude and latitude, or widen the jurisdiction");
    }

    private static List<Fault> codeFaults(List<NewGrid> grids) {
        List<Fault> faults = new ArrayList<>();
        for (NewGrid grid : grids) {
            String parent = grid.parentCode().orElse("");
            int shared = Math.min(parent.length(), SHARED_DIGITS);
            boolean numbered = parent.matches("\\d{9,}") && grid.code().matches("\\d{12,}");
            if (numbered && !grid.code().startsWith(parent.substring(0, shared))) {
                faults.add(new Fault(
                        FaultKind.CODE_PARENT_MISMATCH,
                        List.of(grid.code()),
                        grid.shape().getFactory().createPoint(grid.shape().getCoordinate()),
                        0,
                        "grid code " + grid.code() + " does not begin with " + parent.substring(0, shared)
                                + " of its parent " + parent + "; correct the code or the parent"));
            }
        }
        return faults;
    }

    /** The refusal that lists the faults, each with kind, codes, place and area; the first thousand of very many. */
    static Problem refusal(Layer layer, List<Fault> faults) {
        Map<FaultKind, Long> counts = new LinkedHashMap<>();
        faults.forEach(fault -> counts.merge(fault.kind(), 1L, Long::sum));
        String more = faults.size() > MAX_LISTED ? " The first " + MAX_LISTED + " are listed." : "";
        Problem problem = Problem.unprocessable(
                "edition-refused",
                "The edition of '" + layer.code() + "' has " + faults.size() + " fault(s) " + counts
                        + "; mend them and send it again. Nothing was stored." + more);
        faults.stream()
                .limit(MAX_LISTED)
                .forEach(fault -> problem.with(
                        "/features/" + String.join(",", fault.codes()),
                        org.gridward.platform.Fault.SHAPE,
                        fault.message(),
                        fault.location(),
                        members(fault)));
        return problem;
    }

    private static Map<String, Object> members(Fault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", fault.kind());
        members.put("codes", fault.codes());
        members.put("areaSquareMeters", fault.areaSquareMeters());
        return members;
    }
}
