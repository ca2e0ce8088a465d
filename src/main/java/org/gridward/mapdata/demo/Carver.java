package org.gridward.mapdata.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Groups faces into connected districts of given weights: a region is halved across its long axis, the cut is then
 * moved face by face until it runs along rivers and main roads, and the halves are carved on. Nested by construction.
 */
final class Carver {
    /** How much longer the way across a side of each rank counts when districts grow. */
    private static final double[] CROSSING = {3, 2.6, 1.9, 3.2, 1.3, 1.1, 1.0};

    private final Fabric fabric;
    private final double[] weight;
    private final BorderMover mover;

    Carver(Fabric fabric, double[] weight) {
        this.fabric = fabric;
        this.weight = weight;
        this.mover = new BorderMover(fabric, weight);
    }

    double weight(List<Integer> region) {
        return region.stream().mapToDouble(i -> weight[i]).sum();
    }

    /** Each face goes to the seed it is nearest to, where crossing a main road or river counts as a detour. */
    List<List<Integer>> around(List<Integer> seeds) {
        int n = fabric.faces.size();
        double[] far = new double[n];
        int[] owner = new int[n];
        Arrays.fill(far, Double.MAX_VALUE);
        PriorityQueue<double[]> queue = new PriorityQueue<>(
                Comparator.<double[]>comparingDouble(a -> a[0]).thenComparingDouble(a -> a[1]));
        for (int s = 0; s < seeds.size(); s++) {
            queue.add(new double[] {0, seeds.get(s), s});
        }
        while (!queue.isEmpty()) {
            double[] top = queue.poll();
            int f = (int) top[1];
            if (far[f] <= top[0]) {
                continue;
            }
            far[f] = top[0];
            owner[f] = (int) top[2];
            for (Fabric.Side side : fabric.faces.get(f).sides().values()) {
                double d = distance(f, side.face()) * CROSSING[side.rank()];
                queue.add(new double[] {top[0] + d, side.face(), top[2]});
            }
        }
        List<List<Integer>> out = new ArrayList<>();
        seeds.forEach(s -> out.add(new ArrayList<>()));
        for (int f = 0; f < n; f++) {
            out.get(owner[f]).add(f);
        }
        return out;
    }

    /** Gives faces to the neighbouring district that they share most border with, so that district borders run smoother. */
    void smooth(List<List<Integer>> districts) {
        int[] owner = new int[fabric.faces.size()];
        for (int d = 0; d < districts.size(); d++) {
            for (int f : districts.get(d)) {
                owner[f] = d;
            }
        }
        boolean[] in = new boolean[owner.length];
        Arrays.fill(in, true);
        for (int pass = 0; pass < 6; pass++) {
            for (int f = 0; f < owner.length; f++) {
                double[] shared = new double[districts.size()];
                for (Fabric.Side s : fabric.faces.get(f).sides().values()) {
                    shared[owner[s.face()]] += s.meters() * BorderMover.COST[s.rank()];
                }
                int best = owner[f];
                for (int d = 0; d < shared.length; d++) {
                    best = shared[d] > shared[best] * 1.02 + 1 ? d : best;
                }
                int own = owner[f];
                boolean[] mine = new boolean[owner.length];
                for (int g = 0; best != own && g < owner.length; g++) {
                    mine[g] = owner[g] == own;
                }
                if (best != own && mover.staysWhole(f, in, mine)) {
                    owner[f] = best;
                }
            }
        }
        districts.forEach(List::clear);
        for (int f = 0; f < owner.length; f++) {
            districts.get(owner[f]).add(f);
        }
    }

    private double distance(int a, int b) {
        Fabric.Face f = fabric.faces.get(a);
        Fabric.Face g = fabric.faces.get(b);
        return StrictMath.hypot(f.x() - g.x(), f.y() - g.y());
    }

    /** Carves a region into as many parts as there are shares, each of about its share of the weight and at least so many faces. */
    List<List<Integer>> carve(List<Integer> region, List<Double> shares, List<Integer> leastFaces) {
        if (shares.size() == 1) {
            return List.of(region);
        }
        int half = shares.size() / 2;
        double left = shares.subList(0, half).stream().mapToDouble(d -> d).sum();
        double all = shares.stream().mapToDouble(d -> d).sum();
        int leastLeft = leastFaces.subList(0, half).stream().mapToInt(i -> i).sum();
        int leastRight = leastFaces.stream().mapToInt(i -> i).sum() - leastLeft;
        boolean[] mine = halve(region, left / all, leastLeft, leastRight);
        List<Integer> a = new ArrayList<>();
        List<Integer> b = new ArrayList<>();
        for (int f : region) {
            (mine[f] ? a : b).add(f);
        }
        List<List<Integer>> out = new ArrayList<>();
        out.addAll(carve(a, shares.subList(0, half), leastFaces.subList(0, half)));
        out.addAll(carve(b, shares.subList(half, shares.size()), leastFaces.subList(half, shares.size())));
        return out;
    }

    private boolean[] halve(List<Integer> region, double share, int leastLeft, int leastRight) {
        if (region.size() < leastLeft + leastRight) {
            throw new IllegalStateException(
                    region.size() + " blocks cannot make " + (leastLeft + leastRight) + " grids: cut streets finer");
        }
        boolean[] in = new boolean[fabric.faces.size()];
        region.forEach(f -> in[f] = true);
        boolean[] best = null;
        double bestCost = Double.MAX_VALUE;
        for (double[] axis : axes(region)) {
            boolean[] mine = grow(region, in, axis, share, leastLeft, leastRight);
            mover.refine(region, in, mine, share, leastLeft, leastRight);
            double cost = mover.cost(region, in, mine, share);
            if (cost < bestCost) {
                bestCost = cost;
                best = mine;
            }
        }
        return best;
    }

    /** The two long-axis directions and the two across, as unit vectors. */
    private List<double[]> axes(List<Integer> region) {
        double cx = 0;
        double cy = 0;
        double w = 0;
        for (int f : region) {
            double a = Math.sqrt(fabric.faces.get(f).area());
            cx += fabric.faces.get(f).x() * a;
            cy += fabric.faces.get(f).y() * a;
            w += a;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int f : region) {
            double a = Math.sqrt(fabric.faces.get(f).area());
            double dx = fabric.faces.get(f).x() - cx / w;
            double dy = fabric.faces.get(f).y() - cy / w;
            xx += a * dx * dx;
            yy += a * dy * dy;
            xy += a * dx * dy;
        }
        double t = 0.5 * StrictMath.atan2(2 * xy, xx - yy);
        List<double[]> out = new ArrayList<>();
        for (double turn : new double[] {0, Math.PI, Math.PI / 5, -Math.PI / 5}) {
            out.add(new double[] {StrictMath.cos(t + turn), StrictMath.sin(t + turn)});
        }
        return out;
    }

    private boolean[] grow(
            List<Integer> region, boolean[] in, double[] axis, double share, int leastLeft, int leastRight) {
        double target = share * weight(region);
        boolean[] mine = new boolean[in.length];
        boolean[] seen = new boolean[in.length];
        PriorityQueue<double[]> queue = new PriorityQueue<>(
                Comparator.<double[]>comparingDouble(a -> a[0]).thenComparingDouble(a -> a[1]));
        double sum = 0;
        int count = 0;
        while (count < region.size() - leastRight && (sum < target || count < leastLeft)) {
            if (queue.isEmpty()) {
                int first = region.stream()
                        .filter(f -> !seen[f])
                        .min(Comparator.comparingDouble((Integer f) -> along(f, axis))
                                .thenComparing(f -> f))
                        .orElseThrow();
                seen[first] = true;
                queue.add(new double[] {along(first, axis), first});
            }
            int f = (int) queue.poll()[1];
            if (count >= leastLeft && sum + weight[f] / 2 > target) {
                break;
            }
            mine[f] = true;
            sum += weight[f];
            count++;
            for (Fabric.Side s : fabric.faces.get(f).sides().values()) {
                if (in[s.face()] && !seen[s.face()]) {
                    seen[s.face()] = true;
                    double penalty = (CROSSING[s.rank()] - 1)
                            * 0.35
                            * Math.sqrt(fabric.faces.get(f).area());
                    queue.add(new double[] {along(s.face(), axis) + penalty, s.face()});
                }
            }
        }
        gatherStrays(region, mine, leastRight);
        return mine;
    }

    private double along(int f, double[] axis) {
        return fabric.faces.get(f).x() * axis[0] + fabric.faces.get(f).y() * axis[1];
    }

    /** What remains must hang together too: all but its largest part joins the grown half. */
    private void gatherStrays(List<Integer> region, boolean[] mine, int leastRight) {
        Set<Integer> rest = new HashSet<>();
        region.stream().filter(f -> !mine[f]).forEach(rest::add);
        List<Set<Integer>> parts = new ArrayList<>();
        for (int f : region) {
            if (rest.contains(f)) {
                Set<Integer> part = reach(f, rest);
                rest.removeAll(part);
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingInt((Set<Integer> p) -> -p.size()));
        int left = parts.stream().mapToInt(Set::size).sum();
        for (int i = parts.size() - 1; i > 0; i--) {
            if (left - parts.get(i).size() >= leastRight) {
                left -= parts.get(i).size();
                parts.get(i).forEach(f -> mine[f] = true);
            }
        }
    }

    private Set<Integer> reach(int start, Set<Integer> within) {
        Set<Integer> part = new HashSet<>(Set.of(start));
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Fabric.Side s : fabric.faces.get(open.pop()).sides().values()) {
                if (within.contains(s.face()) && part.add(s.face())) {
                    open.push(s.face());
                }
            }
        }
        return part;
    }
}
