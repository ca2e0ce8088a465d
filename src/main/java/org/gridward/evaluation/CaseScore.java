package org.gridward.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one case counts for. Pure: the same history up to the same instant counts the same.
 *
 * @param counts of the counters that it counts for
 * @param responseSeconds from the report to the first acceptance or arrival; null: nobody came yet
 */
record CaseScore(Map<Counter, Long> counts, Long responseSeconds) {

    private static final int SATISFIED_FROM = 4;
    private static final Set<String> CHECKED = Set.of("FINISHED", "FED_BACK", "CLOSED");
    private static final Set<String> ABOVE_GRID = Set.of("ESCALATE", "TRANSFER", "WHISTLE", "SUPERVISE");

    /** @param missed how a public report stands to the patrols before it; empty: not judged */
    static CaseScore of(CaseHistory history, Instant at, Optional<Missed.Verdict> missed) {
        Scorer scorer = new Scorer();
        String state = history.state();
        scorer.add(Counter.REPORTED, true);
        boolean filed = history.quickFix()
                || history.steps().stream()
                        .anyMatch(step -> !Set.of("REPORTED", "VOID", "MERGED").contains(step.state()));
        scorer.add(Counter.FILED, filed);
        scorer.add(Counter.VOID, state.equals("VOID"));
        scorer.add(Counter.MERGED, state.equals("MERGED"));
        scorer.add(Counter.CLOSED, state.equals("CLOSED"));
        scorer.add(Counter.OPEN, !Set.of("CLOSED", "VOID", "MERGED").contains(state));
        dispatch(history, scorer);
        scorer.add(Counter.REOPENED, history.did("REOPEN"));
        scorer.add(Counter.EXTENDED, history.did("EXTEND"));
        scorer.add(Counter.PARKED, history.did("PARK"));
        scorer.add(Counter.ESCALATED, history.did("ESCALATE"));
        scorer.add(
                Counter.GRID_LEVEL,
                state.equals("CLOSED")
                        && history.steps().stream().noneMatch(step -> ABOVE_GRID.contains(step.action())));
        scorer.add(Counter.FROM_PATROL, history.isFromPatrol());
        scorer.add(Counter.COMPLAINTS, history.isPublic());
        missed.ifPresent(verdict -> scorer.add(Counter.valueOf(verdict.name()), true));
        scorer.add(Counter.RATED, history.satisfaction() != null);
        scorer.add(Counter.SATISFIED, history.satisfaction() != null && history.satisfaction() >= SATISFIED_FROM);
        for (CaseHistory.Clock clock : history.clocks()) {
            boolean late =
                    clock.met() == null ? clock.due().isBefore(at) : clock.met().isAfter(clock.due());
            scorer.add(Counter.late(clock.kind()), late);
            scorer.add(Counter.onTime(clock.kind()), !late && clock.met() != null);
        }
        return new CaseScore(scorer.counts, response(history));
    }

    private static void dispatch(CaseHistory history, Scorer scorer) {
        long bodies =
                history.leads().stream().map(CaseHistory.Lead::body).distinct().count();
        boolean handedOn = history.did("RETURN") || history.did("TRANSFER") || history.did("MOVE");
        boolean wrong = bodies > 1 && handedOn;
        scorer.add(Counter.DISPATCHED_WRONG, wrong);
        scorer.add(Counter.DISPATCHED_RIGHT, bodies > 0 && !wrong);
        long returns = history.times("RETURN");
        scorer.add(Counter.RETURNED, returns > 0);
        if (returns > 0) {
            scorer.counts.put(Counter.RETURNS, returns);
        }
        scorer.add(Counter.SHIRKED, isShirked(history));
        scorer.add(Counter.REWORK, isRework(history));
    }

    /** A body gave the case back, and after that it led again: the case was its own. */
    private static boolean isShirked(CaseHistory history) {
        for (CaseHistory.Step step : history.steps()) {
            if (step.action().equals("RETURN")) {
                Optional<CaseHistory.Lead> giver = history.leadAt(step.at().minusNanos(1_000));
                boolean again = giver.isPresent()
                        && history.leads().stream()
                                .anyMatch(lead -> lead.body().equals(giver.get().body())
                                        && !lead.started().isBefore(step.at())
                                        && lead != giver.get());
                if (again) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The work was found not good after it was said to be done, and the same body had to do it again. */
    private static boolean isRework(CaseHistory history) {
        List<CaseHistory.Step> steps = history.steps();
        for (int i = 1; i < steps.size(); i++) {
            boolean back = Set.of("RETURN", "REOPEN").contains(steps.get(i).action())
                    && CHECKED.contains(steps.get(i - 1).state());
            if (back) {
                Optional<CaseHistory.Lead> before =
                        history.leadAt(steps.get(i).at().minusNanos(1_000));
                Optional<CaseHistory.Lead> after = history.lastLead();
                if (before.isPresent()
                        && before.get()
                                .body()
                                .equals(after.map(CaseHistory.Lead::body).orElse(null))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Long response(CaseHistory history) {
        return history.steps().stream()
                .filter(step -> Set.of("ACCEPT", "ARRIVE").contains(step.action()))
                .findFirst()
                .map(step -> Math.max(
                        0, Duration.between(history.reportedAt(), step.at()).toSeconds()))
                .orElse(null);
    }

    private static final class Scorer {

        private final Map<Counter, Long> counts = new EnumMap<>(Counter.class);

        void add(Counter counter, boolean counts) {
            if (counts) {
                this.counts.put(counter, 1L);
            }
        }
    }
}
