package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;

/**
 * Weighs the shares of an error disc in the leaf layer that would lead, or in the one layer that is asked for, whatever its
 * kind. Pure. The gap counts like a grid: the shares of the grids and of the gap add up to 1. Grids of a FREE layer that share
 * ground are no doubt but an overlap, and are not weighed.
 */
final class DoubtFinder {

    /** What the exact areas of disc and polygons may differ from a whole by. */
    static final double ROUNDING = 1e-9;

    private DoubtFinder() {}

    /** Empty for a spot without accuracy, and where no leaf layer is touched by the disc. */
    static Optional<Doubt> find(Inquiry asked, LayerTree tree, Duty duty) {
        if (asked.spot() == null ? !hasShares(asked.considered()) : asked.spot().accuracyMeters() <= 0) {
            return Optional.empty();
        }
        if (asked.layer() != null && tree.free().contains(asked.layer())) {
            List<Doubt.Share> shares = shares(asked.considered(), asked.layer());
            double sum = shares.stream().mapToDouble(Doubt.Share::share).sum();
            return shares.isEmpty() || sum > 1 + ROUNDING
                    ? Optional.empty()
                    : Optional.of(weigh(asked.layer(), shares, duty, asked.chosen()));
        }
        for (String layer : tree.territory()) {
            if (tree.leaves().contains(layer)) {
                List<Doubt.Share> shares = shares(asked.considered(), layer);
                if (!shares.isEmpty()) {
                    return Optional.of(weigh(layer, shares, duty, asked.chosen()));
                }
            }
        }
        return Optional.empty();
    }

    /** The grids to send when nobody may be asked: the most likely, until together they hold the threshold. */
    static List<String> likely(Doubt doubt) {
        List<String> codes = new ArrayList<>();
        double held = doubt.gapShare();
        for (Doubt.Share share : doubt.shares()) {
            if (held < doubt.threshold() || codes.isEmpty()) {
                codes.add(share.gridCode());
                held += share.share();
            }
        }
        return codes;
    }

    /**
     * The matches that stand for where the spot most likely lies: none of a partition, or of the one layer that is asked for,
     * of which the gap holds most.
     *
     * @param only the one layer that is asked for; null: all
     */
    static List<Match> likely(List<Match> matches, LayerTree tree, String only) {
        if (!hasShares(matches)) {
            return matches;
        }
        List<Match> likely = new ArrayList<>(matches.size());
        for (Match match : matches) {
            boolean weighed = only != null || tree.partitions().contains(match.layer());
            boolean gap = weighed && gapIsMost(matches, match.layer());
            if (!gap) {
                likely.add(match);
            }
        }
        return likely;
    }

    private static boolean gapIsMost(List<Match> matches, String layer) {
        double sum = 0;
        double best = 0;
        for (Match match : matches) {
            if (match.layer().equals(layer)) {
                sum += match.share();
                best = Math.max(best, match.share());
            }
        }
        return 1 - sum > best + ROUNDING;
    }

    private static boolean hasShares(List<Match> matches) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).share() < 1) {
                return true;
            }
        }
        return false;
    }

    private static List<Doubt.Share> shares(List<Match> matches, String layer) {
        List<Doubt.Share> shares = new ArrayList<>();
        for (Match match : matches) {
            if (match.layer().equals(layer)) {
                shares.add(new Doubt.Share(match.gridCode(), match.share()));
            }
        }
        return shares;
    }

    private static Doubt weigh(String layer, List<Doubt.Share> shares, Duty duty, String chosen) {
        double sum = 0;
        double best = 0;
        for (Doubt.Share share : shares) {
            sum += share.share();
            best = Math.max(best, share.share());
        }
        double gap = 1 - sum < ROUNDING ? 0 : 1 - sum;
        best = Math.max(best, gap);
        Double chosenShare = chosen == null ? null : shareOf(chosen, shares, gap);
        Doubt.Outcome outcome = chosenShare != null
                ? Doubt.Outcome.CHOSEN
                : best + ROUNDING >= duty.doubtThreshold()
                        ? Doubt.Outcome.SURE
                        : duty.doubtAnswer() == Duty.DoubtAnswer.ASK ? Doubt.Outcome.ASK : Doubt.Outcome.JOINT;
        return new Doubt(layer, duty.doubtThreshold(), best, gap, shares, outcome, chosen, chosenShare);
    }

    private static Double shareOf(String chosen, List<Doubt.Share> shares, double gap) {
        for (Doubt.Share share : shares) {
            if (share.gridCode().equals(chosen)) {
                return share.share();
            }
        }
        return gap;
    }
}
