package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The roster in two times: replaying any sequence of edits and corrections, the answer for (T, K) is that of a team that only
 * ever saw the edits known by K.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=RosterTimesIT")
class RosterTimesIT {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> ROLES = List.of("GRID_HEAD", "GRID_WORKER", "GRID_HELPER");

    @Autowired
    Teams teams;

    @Autowired
    Appointments appointments;

    @Autowired
    DutyRoster roster;

    @Autowired
    JdbcClient jdbc;

    @Test
    void answersForAnyTimeAsATeamThatOnlySawWhatWasKnownThen() {
        long seed = 20261125;
        Random random = new Random(seed);
        team("R0");
        List<MemberChange> edits = new ArrayList<>();
        List<Instant> known = new ArrayList<>();
        while (edits.size() < 25) {
            MemberChange edit = edit(random);
            if (takes("R0", edit)) {
                edits.add(edit);
                known.add(knownAt());
            }
        }
        for (int seen = 1; seen <= edits.size(); seen += 3) {
            String fresh = "R" + seen;
            team(fresh);
            edits.subList(0, seen)
                    .forEach(edit -> assertThat(takes(fresh, edit)).isTrue());
            for (int day = -5; day < 130; day++) {
                Instant at = START.plus(Duration.ofDays(day)).plusSeconds(1);
                assertThat(holders("R0", at, known.get(seen - 1)))
                        .as("seed %s: day %s as known after %s edits", seed, day, seen)
                        .isEqualTo(holders(fresh, at, null));
            }
        }
    }

    @Test
    void aTeamThatIsLoadedAgainKeepsWhatWasKnownBefore() {
        team("AGAIN");
        Instant before = knownAt();
        teams.load(List.of(new NewTeam(
                "grid",
                "AGAIN",
                "1+3+N",
                "新队伍",
                "New team",
                List.of(
                        member("GRID_HEAD", "网格长 新"),
                        member("GRID_WORKER", "网格员 新"),
                        member("PART_TIME_GRID_WORKER", "兼职 新"),
                        member("GRID_ADVISER", "指导员 新")),
                List.of())));
        assertThat(holders("AGAIN", START, null)).contains("GRID_HEAD 网格长 新").doesNotContain("GRID_HEAD 网格长 甲");
        assertThat(holders("AGAIN", START, before)).contains("GRID_HEAD 网格长 甲").doesNotContain("GRID_HEAD 网格长 新");
        assertThat(holders("AGAIN", START, Instant.parse("2020-01-01T00:00:00Z")))
                .as("before anything was known")
                .isEmpty();
    }

    @Test
    void aRoleThatEndedInMarchIsStillHeldInMarchAsKnownThen() {
        team("MARCH");
        Instant before = knownAt();
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(takes("MARCH", new MemberChange("END", "GRID_HEAD", "网格长 甲", null, null, null, null, march)))
                .isTrue();
        assertThat(takes("MARCH", new MemberChange("APPOINT", "GRID_HEAD", "网格长 乙", "Head B", null, null, march, null)))
                .isTrue();
        assertThat(holders("MARCH", march, null)).contains("GRID_HEAD 网格长 乙");
        assertThat(holders("MARCH", march.minusSeconds(1), null)).contains("GRID_HEAD 网格长 甲");
        assertThat(holders("MARCH", march, before)).contains("GRID_HEAD 网格长 甲");
    }

    private void team(String grid) {
        teams.load(List.of(new NewTeam(
                "grid",
                grid,
                "1+3+N",
                "队伍",
                "Team",
                List.of(
                        member("GRID_HEAD", "网格长 甲"),
                        member("GRID_WORKER", "网格员 甲"),
                        member("PART_TIME_GRID_WORKER", "兼职 甲"),
                        member("GRID_ADVISER", "指导员 甲")),
                List.of())));
    }

    private static NewMember member(String role, String label) {
        return new NewMember(role, label, label, null, null, null, null);
    }

    private static MemberChange edit(Random random) {
        String change = List.of("APPOINT", "END", "CORRECT").get(random.nextInt(3));
        Instant from = START.plus(Duration.ofDays(random.nextInt(120)));
        Instant to = random.nextInt(3) == 0 && !change.equals("END")
                ? null
                : from.plus(Duration.ofDays(1 + random.nextInt(40)));
        String role = ROLES.get(random.nextInt(ROLES.size()));
        String label = List.of("网格长 甲", "网格员 甲", "丙", "丁").get(random.nextInt(4));
        return new MemberChange(change, role, label, "x", null, null, change.equals("END") ? null : from, to);
    }

    private boolean takes(String grid, MemberChange edit) {
        try {
            appointments.change("grid", grid, edit, "test");
            return true;
        } catch (Problem refused) {
            assertThat(refused.status()).as(refused.detail()).isEqualTo(409);
            return false;
        }
    }

    private Instant knownAt() {
        return jdbc.sql("SELECT known_at FROM responsibility.revision")
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    private List<String> holders(String grid, Instant at, Instant knownAt) {
        return roster.teamsOf(grid, at, knownAt).stream()
                .flatMap(team -> team.members().stream())
                .map(member -> member.role() + " " + member.labelZh())
                .sorted()
                .toList();
    }
}
