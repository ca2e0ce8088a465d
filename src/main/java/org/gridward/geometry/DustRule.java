package org.gridward.geometry;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives the dust of rounding to the ground beside it: a face below the noise rule of {@link Ground} joins the
 * neighbour with which it has most border in common. A face that is the largest of one of its grids stays.
 *
 * <p>Where a grid has a vertex on its neighbour's straight border and the neighbour has none, the exact arrangement
 * has two borders a nanometre apart and a face between them that nobody could name or walk. Nothing else moves.
 */
final class DustRule {

    private final Subdivision exact;
    private final double[] lengths;

    /** For each face the face it goes to: itself, unless it is dust that was given away. */
    private final int[] host;

    private final boolean[] undecided;

    private DustRule(Subdivision exact) {
        this.exact = exact;
        this.lengths = exact.lengths();
        this.host = new int[exact.faces()];
        this.undecided = new boolean[exact.faces()];
    }

    /** The same ground without dust; the same object if there is none. */
    static Subdivision settle(Subdivision exact) {
        DustRule rule = new DustRule(exact);
        return rule.findDust() ? rule.settled() : exact;
    }

    private boolean findDust() {
        double[] areas = exact.areas();
        double[] meters = exact.borderMeters();
        boolean any = false;
        for (int face = 0; face < host.length; face++) {
            host[face] = face;
            undecided[face] = face > 0 && !Ground.counts(areas[face], meters[face]);
            any |= undecided[face];
        }
        if (!any) {
            return false;
        }
        keepLargest(areas);
        for (boolean dust : undecided) {
            if (dust) {
                return true;
            }
        }
        return false;
    }

    private void keepLargest(double[] areas) {
        int grids =
                Arrays.stream(exact.owners()).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
        int[] largest = new int[grids];
        for (int face = 1; face < host.length; face++) {
            for (int grid : exact.owners()[face]) {
                largest[grid] = largest[grid] == 0 || areas[face] > areas[largest[grid]] ? face : largest[grid];
            }
        }
        for (int face : largest) {
            undecided[face] = false;
        }
    }

    /** Round after round, each undecided face beside a decided one goes where it has most border. */
    private Subdivision settled() {
        int[] toFace;
        do {
            toFace = new int[host.length];
            Arrays.fill(toFace, -1);
            chooseHosts(toFace);
        } while (decide(toFace));
        return Subdivision.of(exact.borders().with(pieces()));
    }

    private void chooseHosts(int[] toFace) {
        Map<Long, Double> common = new TreeMap<>();
        for (int half = 0; half < exact.faceOfHalf().length; half++) {
            int face = exact.faceOfHalf()[half];
            int across = exact.faceOfHalf()[half ^ 1];
            if (undecided[face] && !undecided[across]) {
                common.merge((long) face << 32 | host[across], lengths[half >> 1], Double::sum);
            }
        }
        double[] best = new double[host.length];
        common.forEach((pair, meters) -> {
            int face = (int) (pair >> 32);
            if (toFace[face] < 0 || meters > best[face]) {
                toFace[face] = pair.intValue();
                best[face] = meters;
            }
        });
    }

    private boolean decide(int[] toFace) {
        boolean any = false;
        for (int face = 0; face < host.length; face++) {
            if (undecided[face] && toFace[face] >= 0) {
                host[face] = toFace[face];
                undecided[face] = false;
                any = true;
            }
        }
        return any;
    }

    /** The pieces between different hosts, each with the grids in which these differ. */
    private EdgeSet pieces() {
        EdgeSet old = exact.borders().pieces();
        EdgeRows rows = new EdgeRows();
        for (int piece = 0; piece < old.count(); piece++) {
            int[] left = exact.owners()[host[exact.faceOfHalf()[2 * piece]]];
            int[] right = exact.owners()[host[exact.faceOfHalf()[2 * piece + 1]]];
            for (int side = 0; left != right && side < 2; side++) {
                for (int grid : side == 0 ? left : right) {
                    rows.add(old.from()[piece], old.to()[piece], old.support()[piece], grid);
                }
            }
        }
        return rows.toSet(exact.borders().nodes());
    }
}
