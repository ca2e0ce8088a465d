package org.gridward.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gridward.geodesy.LocalFrame;

/**
 * Picks points that put the most places within reach: at each step the place from whose spot the most uncovered ones are
 * reached, the lower code where several do (greedy cover: at least 1 - 1/e of the best choice of as many points). Pure.
 */
final class Siting {

    /** A point that was picked, and how many more places it reaches. */
    record Site(PlaceCoverage.Spot at, int reaches) {}

    private Siting() {}

    /** @param gaps places that nothing reaches, in the order of codes; cost is the square of their number */
    static List<Site> pick(List<PlaceCoverage.Spot> gaps, double meters, int most) {
        List<BitSet> reach = new ArrayList<>();
        for (PlaceCoverage.Spot from : gaps) {
            LocalFrame frame = LocalFrame.at(from.lon(), from.lat());
            BitSet near = new BitSet(gaps.size());
            for (int i = 0; i < gaps.size(); i++) {
                PlaceCoverage.Spot to = gaps.get(i);
                if (frame.metersBetween(from.lon(), from.lat(), to.lon(), to.lat()) <= meters) {
                    near.set(i);
                }
            }
            reach.add(near);
        }
        List<Site> picked = new ArrayList<>();
        while (picked.size() < most) {
            int best = -1;
            for (int i = 0; i < reach.size(); i++) {
                if (best < 0 || reach.get(i).cardinality() > reach.get(best).cardinality()) {
                    best = i;
                }
            }
            if (best < 0 || reach.get(best).isEmpty()) {
                return picked;
            }
            BitSet covered = (BitSet) reach.get(best).clone();
            picked.add(new Site(gaps.get(best), covered.cardinality()));
            reach.forEach(near -> near.andNot(covered));
        }
        return picked;
    }
}
