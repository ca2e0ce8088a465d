package org.gridward.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.geometry.CoverageCheck;
import org.gridward.geometry.CoverageMember;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The short way through the topology gate for a small change of a sound edition: the grids drawn anew fill the ground of
 * those they replace, no more and no less, and each lies in its parent. Then nothing else can have become wrong. It says
 * yes or nothing: whatever it does not pass is for the whole check to judge.
 */
final class ChangeGate {

    private ChangeGate() {}

    /** @param parents the parent layer's shapes, those the edition before was checked against; null without a parent */
    static boolean passes(Layer layer, Redrawing change, List<NewGrid> grids, Map<String, Geometry> parents) {
        if (!change.isSmall() || !isEachCodeOnce(grids)) {
            return false;
        }
        CoverageCheck single = CoverageCheck.free().withMaxVertices(TopologyGate.MAX_VERTICES);
        List<CoverageMember> redrawn = members(change.redrawn());
        if (!single.check(redrawn).isEmpty()) {
            return false;
        }
        return isInParents(layer, change, redrawn, parents)
                && (layer.kind() == LayerKind.FREE || fillsTheSameGround(change, redrawn));
    }

    private static boolean isEachCodeOnce(List<NewGrid> grids) {
        Set<String> codes = new HashSet<>();
        return grids.stream().allMatch(grid -> codes.add(grid.code()));
    }

    private static boolean isInParents(
            Layer layer, Redrawing change, List<CoverageMember> redrawn, Map<String, Geometry> parents) {
        if (parents == null) {
            return true;
        }
        List<CoverageMember> placed = new ArrayList<>(redrawn);
        placed.addAll(members(change.moved()));
        Map<String, Geometry> theirs = new HashMap<>();
        for (CoverageMember member : placed) {
            if (member.parentCode().isEmpty()) {
                if (layer.kind() == LayerKind.PARTITION) {
                    return false;
                }
            } else if (parents.containsKey(member.parentCode().get())) {
                theirs.put(
                        member.parentCode().get(),
                        parents.get(member.parentCode().get()));
            } else {
                return false;
            }
        }
        return CoverageCheck.free()
                .withMaxVertices(TopologyGate.MAX_VERTICES)
                .checkUnder(placed, theirs)
                .isEmpty();
    }

    private static boolean fillsTheSameGround(Redrawing change, List<CoverageMember> redrawn) {
        List<Geometry> old = new ArrayList<>();
        change.redrawn().stream()
                .map(grid -> change.before().shape(grid.code()))
                .filter(java.util.Objects::nonNull)
                .forEach(old::add);
        change.removed().forEach(code -> old.add(change.before().shape(code)));
        if (old.isEmpty()) {
            return redrawn.isEmpty();
        }
        Geometry ground = old.get(0);
        for (int i = 1; i < old.size(); i++) {
            ground = OverlayNGRobust.overlay(ground, old.get(i), OverlayNG.UNION);
        }
        return CoverageCheck.partition()
                .withMaxVertices(TopologyGate.MAX_VERTICES)
                .checkWithin(redrawn, ground)
                .isEmpty();
    }

    private static List<CoverageMember> members(List<NewGrid> grids) {
        return grids.stream()
                .map(grid -> new CoverageMember(grid.code(), grid.parentCode(), grid.shape()))
                .toList();
    }
}
