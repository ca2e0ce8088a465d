package org.gridward.mapdata.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Improves the cut between two halves of a region: faces change sides while the cut becomes cheaper. A metre of it is
 * cheap along rivers and main roads and dear through a block; both halves stay connected and near their share.
 */
final class BorderMover {
    /** How dear a metre of border is along a side of each rank (see {@link Fabric.Line}). */
    static final double[] COST = {0.2, 0.25, 0.3, 0.2, 0.6, 0.85, 1.0};

    private final Fabric fabric;
    private final double[] weight;

    BorderMover(Fabric fabric, double[] weight) {
        this.fabric = fabric;
        this.weight = weight;
    }

    private double weight(List<Integer> region) {
        return region.stream().mapToDouble(i -> weight[i]).sum();
    }

    /** Length of the cut for the size of the region, and a penalty for shares that are off by more than a few percent. */
    double cost(List<Integer> region, boolean[] in, boolean[] mine, double share) {
        double border = 0;
        double left = 0;
        double area = 0;
        for (int f : region) {
            area += fabric.faces.get(f).area();
            if (!mine[f]) {
                continue;
            }
            left += weight[f];
            for (Fabric.Side s : fabric.faces.get(f).sides().values()) {
                if (in[s.face()] && !mine[s.face()]) {
                    border += s.meters() * COST[s.rank()];
                }
            }
        }
        double all = weight(region);
        double off = Math.abs(left / all - share) / Math.min(share, 1 - share);
        return border / Math.sqrt(area) + 8 * Math.max(0, off - 0.06);
    }

    /** Moves single faces over the cut while that makes it cheaper and leaves both halves whole and balanced. */
    void refine(List<Integer> region, boolean[] in, boolean[] mine, double share, int leastLeft, int leastRight) {
        double all = weight(region);
        double slack = 0.10 * Math.min(share, 1 - share) * all;
        double left = 0;
        int count = 0;
        for (int f : region) {
            if (mine[f]) {
                left += weight[f];
                count++;
            }
        }
        for (int pass = 0; pass < 6; pass++) {
            boolean moved = false;
            for (int f : region) {
                double gain = gain(f, in, mine);
                double after = left + (mine[f] ? -weight[f] : weight[f]);
                double before = Math.abs(left - share * all);
                double then = Math.abs(after - share * all);
                boolean better = (gain > 1 && (then <= slack || then < before))
                        || (gain > -0.25 * Math.sqrt(fabric.faces.get(f).area()) && before > slack && then < before);
                int countAfter = count + (mine[f] ? -1 : 1);
                if (better
                        && countAfter >= leastLeft
                        && region.size() - countAfter >= leastRight
                        && bordersOther(f, in, mine)
                        && staysWhole(f, in, mine)) {
                    mine[f] = !mine[f];
                    left = after;
                    count = countAfter;
                    moved = true;
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    private double gain(int f, boolean[] in, boolean[] mine) {
        double gain = 0;
        for (Fabric.Side s : fabric.faces.get(f).sides().values()) {
            if (in[s.face()]) {
                double c = s.meters() * COST[s.rank()];
                gain += mine[s.face()] == mine[f] ? -c : c;
            }
        }
        return gain;
    }

    private boolean bordersOther(int f, boolean[] in, boolean[] mine) {
        return fabric.faces.get(f).sides().values().stream().anyMatch(s -> in[s.face()] && mine[s.face()] != mine[f]);
    }

    /** Whether the neighbours of f on its own side still reach each other without f. */
    boolean staysWhole(int f, boolean[] in, boolean[] mine) {
        List<Integer> near = fabric.faces.get(f).sides().values().stream()
                .map(Fabric.Side::face)
                .filter(g -> in[g] && mine[g] == mine[f])
                .toList();
        if (near.isEmpty()) {
            return false;
        }
        Set<Integer> seen = new HashSet<>(Set.of(f, near.get(0)));
        Deque<Integer> open = new ArrayDeque<>(List.of(near.get(0)));
        Set<Integer> wanted = new HashSet<>(near);
        wanted.remove(near.get(0));
        while (!open.isEmpty() && !wanted.isEmpty()) {
            for (Fabric.Side s : fabric.faces.get(open.poll()).sides().values()) {
                int g = s.face();
                if (in[g] && mine[g] == mine[f] && seen.add(g)) {
                    wanted.remove(g);
                    open.add(g);
                }
            }
        }
        return wanted.isEmpty();
    }
}
