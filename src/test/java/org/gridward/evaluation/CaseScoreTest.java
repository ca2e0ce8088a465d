package org.gridward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.evaluation.Histories.at;
import static org.gridward.evaluation.Histories.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseScoreTest {

    private static CaseScore score(Histories history) {
        return CaseScore.of(history.build(), at(10_000), Optional.empty());
    }

    private static Map<Counter, Long> counts(Histories history) {
        return score(history).counts();
    }

    @Test
    void aCaseThatOneBodyClosedInTimeCountsForNothingBad() {
        CaseScore score = score(report().dispatched("G1", "A")
                .step(20, "ACCEPT", "ACCEPTED")
                .step(40, "ARRIVE", "ARRIVED")
                .step(60, "FINISH", "FINISHED")
                .step(70, "FEEDBACK", "FED_BACK")
                .step(80, "CLOSE", "CLOSED")
                .clock("RESPOND", 30, 20L)
                .clock("CLOSE", 100, 80L)
                .satisfaction(5));
        assertThat(score.counts().keySet())
                .containsExactly(
                        Counter.REPORTED,
                        Counter.FILED,
                        Counter.CLOSED,
                        Counter.DISPATCHED_RIGHT,
                        Counter.GRID_LEVEL,
                        Counter.COMPLAINTS,
                        Counter.RATED,
                        Counter.SATISFIED,
                        Counter.ON_TIME_RESPOND,
                        Counter.ON_TIME_CLOSE);
        assertThat(score.responseSeconds()).isEqualTo(1_200);
    }

    @Test
    void twoBodiesByReturnAreAWrongDispatchButAChangeOfBordersIsNot() {
        Map<Counter, Long> returned = counts(
                report().dispatched("G1", "A").step(10, "RETURN", "DISPATCHED").lead(10, "G2", "B"));
        assertThat(returned).containsKeys(Counter.DISPATCHED_WRONG, Counter.RETURNED);
        assertThat(returned).doesNotContainKeys(Counter.DISPATCHED_RIGHT, Counter.SHIRKED);
        Map<Counter, Long> redrawn = counts(report().dispatched("G1", "A").lead(10, "G2", "B"));
        assertThat(redrawn).containsKey(Counter.DISPATCHED_RIGHT).doesNotContainKey(Counter.DISPATCHED_WRONG);
    }

    @Test
    void whoGaveBackWhatWasItsOwnShirked() {
        Map<Counter, Long> shirked = counts(report().dispatched("G1", "A")
                .step(10, "RETURN", "DISPATCHED")
                .lead(10, "G2", "B")
                .step(20, "RETURN", "DISPATCHED")
                .lead(20, "G1", "A"));
        assertThat(shirked).containsKey(Counter.SHIRKED).containsEntry(Counter.RETURNS, 2L);
        Map<Counter, Long> right = counts(
                report().dispatched("G1", "A").step(10, "RETURN", "DISPATCHED").lead(10, "G2", "B"));
        assertThat(right).doesNotContainKey(Counter.SHIRKED);
    }

    @Test
    void workThatTheSameBodyMustDoAgainIsRework() {
        Histories closed =
                report().dispatched("G1", "A").step(60, "FINISH", "FINISHED").step(80, "CLOSE", "CLOSED");
        assertThat(counts(closed)).doesNotContainKey(Counter.REWORK);
        assertThat(counts(closed.step(90, "REOPEN", "DISPATCHED").lead(90, "G1", "A")))
                .containsKeys(Counter.REWORK, Counter.REOPENED, Counter.OPEN);
        assertThat(counts(report().dispatched("G1", "A")
                        .step(60, "FINISH", "FINISHED")
                        .step(70, "RETURN", "DISPATCHED")
                        .lead(70, "G2", "B")))
                .as("another body does it again")
                .doesNotContainKey(Counter.REWORK);
    }

    @Test
    void aClockIsLateWhenItWasMetLateOrIsPastDueAndNeitherBefore() {
        assertThat(counts(report().clock("CLOSE", 100, 101L))).containsKey(Counter.LATE_CLOSE);
        assertThat(counts(report().clock("CLOSE", 100, 100L))).containsKey(Counter.ON_TIME_CLOSE);
        assertThat(counts(report().clock("CLOSE", 100, null))).containsKey(Counter.LATE_CLOSE);
        assertThat(counts(report().clock("CLOSE", 20_000, null)))
                .doesNotContainKeys(Counter.LATE_CLOSE, Counter.ON_TIME_CLOSE);
    }

    @Test
    void voidAndMergedCasesLeaveTheBaseOfTheClosureRateAndNothingIsBlank() {
        Counts counts = new Counts();
        assertThat(counts.closureRate()).isNull();
        assertThat(counts.satisfactionRate()).isNull();
        counts.add(score(report().step(5, "VOID", "VOID")));
        assertThat(counts.closureRate()).as("nothing had to be closed").isNull();
        counts.add(score(report().dispatched("G1", "A").step(80, "CLOSE", "CLOSED")));
        counts.add(score(report().step(5, "MERGE", "MERGED")));
        counts.add(score(report().dispatched("G1", "A")));
        assertThat(counts.closureRate()).isEqualTo(0.5);
        assertThat(counts.of(Counter.FILED)).isEqualTo(2);
    }

    @Test
    void decilesAreTimesThatCasesTook() {
        Counts counts = new Counts();
        for (int minutes = 1; minutes <= 10; minutes++) {
            counts.add(score(report().step(minutes, "ACCEPT", "ACCEPTED")));
        }
        assertThat(counts.responseSeconds(0.5)).isEqualTo(300);
        assertThat(counts.responseSeconds(0.9)).isEqualTo(540);
        assertThat(counts.histogram()[0]).isEqualTo(10);
        assertThat(new Counts().responseSeconds(0.5)).isNull();
    }

    /** Histories grow step by step at random; a sheet that is kept by taking the old score away equals the recount. */
    @Test
    void theRecountEqualsTheIncrementalCountAndGroupsAddUp() {
        long seed = 20_261_125L;
        Random random = new Random(seed);
        String[][] moves = {
            {"ACCEPT", "ACCEPTED"},
            {"RETURN", "DISPATCHED"},
            {"TRANSFER", "DISPATCHED"},
            {"FINISH", "FINISHED"},
            {"CLOSE", "CLOSED"},
            {"REOPEN", "DISPATCHED"},
            {"VOID", "VOID"},
            {"PARK", "ACCEPTED"},
            {"EXTEND", "ACCEPTED"},
            {"ESCALATE", "ACCEPTED"},
            {"MERGE", "MERGED"}
        };
        List<Histories> cases = new ArrayList<>();
        Map<Integer, CaseScore> known = new HashMap<>();
        Counts kept = new Counts();
        Map<Integer, Counts> groups = new HashMap<>();
        for (int turn = 0; turn < 3_000; turn++) {
            int index = random.nextInt(cases.size() + 1);
            if (index == cases.size()) {
                cases.add(report().channel(random.nextBoolean() ? "PATROL" : "WEB")
                        .clock("CLOSE", random.nextInt(200), null));
            } else {
                String[] move = moves[random.nextInt(moves.length)];
                cases.get(index).step(turn, move[0], move[1]);
                if (move[1].equals("DISPATCHED")) {
                    cases.get(index).lead(turn, "G" + random.nextInt(3), "T");
                }
            }
            CaseScore next = CaseScore.of(cases.get(index).build(), at(turn), Optional.empty());
            Counts group = groups.computeIfAbsent(index % 4, fresh -> new Counts());
            Optional.ofNullable(known.put(index, next)).ifPresent(old -> {
                kept.remove(old);
                group.remove(old);
            });
            kept.add(next);
            group.add(next);
        }
        Counts recount = new Counts();
        known.values().forEach(recount::add);
        assertThat(kept).as("seed " + seed).isEqualTo(recount);
        for (Counter counter : Counter.values()) {
            assertThat(groups.values().stream()
                            .mapToLong(group -> group.of(counter))
                            .sum())
                    .as(counter + ", seed " + seed)
                    .isEqualTo(recount.of(counter));
        }
    }
}
