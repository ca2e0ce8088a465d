package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.junit.jupiter.api.Test;

class LeadFinderTest {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant REFORM = Instant.parse("2025-08-01T00:00:00Z");
    private static final Rule RULE = new Rule(
            "territory-first", 1, Instant.MIN, "属地优先", "Territory first", List.of("micro-grid", "grid", "sea-grid"));
    private static final LayerTree TREE = LayerTree.of(List.of(
            new Layer("grid", LayerKind.PARTITION, Optional.empty(), "网格", "Grid"),
            new Layer("micro-grid", LayerKind.PARTITION, Optional.of("grid"), "微网格", "Micro-grid"),
            new Layer("joint-area", LayerKind.FREE, Optional.empty(), "共管区域", "Joint area"),
            new Layer("sea-grid", LayerKind.FREE, Optional.empty(), "海上网格", "Sea grid")));
    private static final Team GRID = team(
            "grid",
            "G1",
            List.of(),
            member("GRID_HEAD", "网格长 001", null, null),
            member("GRID_WORKER", "网格员 001", null, null));
    private static final Team OTHER = team("grid", "G2", List.of(), member("GRID_HEAD", "网格长 002", null, null));
    private static final Team MICRO = team(
            "micro-grid",
            "M1",
            List.of(),
            member("MICRO_GRID_HEAD", "微网格长 旧", null, REFORM),
            member("MICRO_GRID_HEAD", "微网格长 001", REFORM, null),
            member("GRID_WORKER", "网格员 011", null, null));
    private static final Team JOINT =
            team("joint-area", "J1", List.of("G2", "G1"), member("COUNCIL_CHAIR", "召集人 001", null, null));
    private static final Team SEA = team("sea-grid", "S5", List.of(), member("GRID_HEAD", "海上网格长 005", null, null));
    private static final Roster ROSTER = new Roster(
            1,
            List.of(GRID, OTHER, MICRO, JOINT, SEA),
            List.of(RULE),
            List.of(new Roster.Duty("pipe_burst", "EMERGENCY", List.of("GRID_WORKER"))));

    @Test
    void theTeamOfTheSmallestGridLeadsAndItsWorkerHelps() {
        Answer answer = ask(AT, match("grid", "G1", 1), match("micro-grid", "M1", 1));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.lead()).map(Answering::person).contains("微网格长 001");
        assertThat(answer.helpers()).extracting(Answering::person).containsExactly("网格员 011");
        assertThat(answer.rule().version()).isEqualTo(1);
    }

    @Test
    void whoHeldTheRoleAtThatTimeAnswersForThatTime() {
        assertThat(ask(REFORM.minusNanos(1), match("micro-grid", "M1", 1)).lead())
                .map(Answering::person)
                .contains("微网格长 旧");
        assertThat(ask(REFORM, match("micro-grid", "M1", 1)).lead())
                .map(Answering::person)
                .contains("微网格长 001");
    }

    @Test
    void aGridWithoutATeamIsLedByTheGridAboveItAndTheAnswerSaysSo() {
        Answer answer = ask(AT, match("grid", "G1", 1), match("micro-grid", "M9", 1));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.lead()).map(Answering::gridCode).contains("G1");
        assertThat(answer.reasons()).extracting(Reason::code).contains("no-team");
    }

    @Test
    void aSpotInNoSmallestGridIsAGapThatTheGridAboveAnswersFor() {
        Answer answer = ask(AT, match("grid", "G1", 1));
        assertThat(answer.standing()).isEqualTo(Standing.GAP);
        assertThat(answer.lead()).map(Answering::gridCode).contains("G1");
    }

    @Test
    void inAJointAreaTheFirstPartnerLeadsAndTheOthersHelp() {
        Answer answer = ask(AT, match("grid", "G1", 1), match("micro-grid", "M1", 1), match("joint-area", "J1", 1));
        assertThat(answer.standing()).isEqualTo(Standing.JOINT);
        assertThat(answer.lead()).map(Answering::gridCode).contains("G2");
        assertThat(answer.helpers()).extracting(Answering::person).contains("网格长 001", "召集人 001");
    }

    @Test
    void twoGridsOfOneLayerAreJoint() {
        assertThat(ask(AT, match("micro-grid", "M1", 1), match("micro-grid", "M2", 1))
                        .standing())
                .isEqualTo(Standing.JOINT);
    }

    @Test
    void atSeaTheSeaGridOwns() {
        Answer answer = ask(AT, match("sea-grid", "S5", 1));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.lead()).map(Answering::person).contains("海上网格长 005");
    }

    @Test
    void outsideEveryGridNobodyLeads() {
        Answer answer = ask(AT);
        assertThat(answer.standing()).isEqualTo(Standing.OUTSIDE);
        assertThat(answer.lead()).isEmpty();
    }

    @Test
    void aSplitErrorDiscAsksBackWithTheSharesAndIsNotJoint() {
        Answer answer = ask(AT, match("grid", "G1", 1), match("micro-grid", "M1", 0.7), match("micro-grid", "M2", 0.3));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.question()).hasValueSatisfying(question -> assertThat(question.options())
                .extracting(Answer.Question.Option::gridCode)
                .containsExactly("M1", "M2"));
        assertThat(ask(AT, match("micro-grid", "M1", 1)).question()).isEmpty();
    }

    private static Answer ask(Instant at, Match... matches) {
        return new LeadFinder(ROSTER, TREE, at).answer(List.of(matches), Optional.of("pipe_burst"));
    }

    private static Match match(String layer, String code, double share) {
        return new Match(layer, code, "名 " + code, "e1", share, 10, null);
    }

    private static Team team(String layer, String code, List<String> partners, Team.Member... members) {
        return new Team(layer, code, "1+3+N", code + "队", code + " team", partners, List.of(members));
    }

    private static Team.Member member(String role, String label, Instant from, Instant to) {
        return new Team.Member(role, role, role, label, label, null, null, from, to);
    }
}
