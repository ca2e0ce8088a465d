package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.responsibility.SmallRoster.AT;
import static org.gridward.responsibility.SmallRoster.REFORM;
import static org.gridward.responsibility.SmallRoster.ROSTER;
import static org.gridward.responsibility.SmallRoster.TREE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.grid.Match;
import org.junit.jupiter.api.Test;

/** Whatever is found around a spot, the answer is somebody, a named gap or a named overlap: never a guess, never a failure. */
class EveryAnswerTest {

    private static final List<String[]> GRIDS = List.of(
            new String[] {"grid", "G1"},
            new String[] {"grid", "G2"},
            new String[] {"grid", "G9"},
            new String[] {"micro-grid", "M1"},
            new String[] {"micro-grid", "M2"},
            new String[] {"joint-area", "J1"},
            new String[] {"sea-grid", "S5"},
            new String[] {"no-such-layer", "X"});
    private static final String[] CATEGORIES = {null, "noise", "street_lamp", "tree", "pipe_burst", "unheard_of"};
    private static final Instant[] TIMES = {AT, REFORM, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z")};

    @Test
    void hasExactlyOneLeadOrTheFirstReceiverAndNamesWhatIsNotOwned() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int n = 0; n < 20_000; n++) {
            Inquiry asked = inquiry(random);
            Answer answer = new LeadFinder(ROSTER, TREE, asked, List.of()).answer();
            assertThat(answer.rule()).as("seed %s: %s", seed, asked).isNotNull();
            assertThat(answer.lead().isPresent())
                    .as("seed %s: %s", seed, asked)
                    .isNotEqualTo(answer.rule().id().equals("first-receiver"));
            answer.lead().ifPresent(lead -> assertThat(answer.helpers())
                    .as("seed %s: %s", seed, asked)
                    .noneMatch(lead::isSameAs));
            if (answer.standing() == Standing.GAP) {
                assertThat(answer.face()).map(Face::kind).contains(Face.Kind.GAP);
            }
            if (answer.standing() == Standing.JOINT && answer.face().isEmpty()) {
                assertThat(answer.doubt()).map(Doubt::outcome).contains(Doubt.Outcome.JOINT);
            }
            answer.doubt().ifPresent(doubt -> {
                double sum = doubt.gapShare();
                for (Doubt.Share share : doubt.shares()) {
                    sum += share.share();
                }
                assertThat(sum).isGreaterThan(1 - 1e-9);
            });
        }
    }

    private static Inquiry inquiry(Random random) {
        List<Match> matches = new ArrayList<>();
        boolean disc = random.nextBoolean();
        for (String[] grid : GRIDS) {
            if (random.nextInt(3) == 0) {
                double share = disc ? 0.05 + 0.4 * random.nextDouble() : 1;
                matches.add(new Match(grid[0], grid[1], "名", "e", share, random.nextInt(2), null));
            }
        }
        return new Inquiry(
                matches,
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                TIMES[random.nextInt(TIMES.length)],
                random.nextBoolean() ? null : Instant.MIN,
                disc ? new Inquiry.Spot(122, 30, 20) : null,
                null,
                null,
                matches,
                null);
    }
}
