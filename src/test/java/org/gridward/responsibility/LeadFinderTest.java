package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.responsibility.SmallRoster.AT;
import static org.gridward.responsibility.SmallRoster.REFORM;
import static org.gridward.responsibility.SmallRoster.ROSTER;
import static org.gridward.responsibility.SmallRoster.TREE;
import static org.gridward.responsibility.SmallRoster.about;
import static org.gridward.responsibility.SmallRoster.ask;
import static org.gridward.responsibility.SmallRoster.match;

import java.util.List;
import java.util.Optional;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.junit.jupiter.api.Test;

class LeadFinderTest {

    @Test
    void theTeamOfTheSmallestGridLeadsAndItsWorkerHelps() {
        Answer answer = ask(AT, match("grid", "G1", 1), match("micro-grid", "M1", 1));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.lead()).map(Answering::person).contains("微网格长 001");
        assertThat(answer.helpers()).extracting(Answering::person).containsExactly("网格员 011");
        assertThat(answer.rule()).isEqualTo(new Rule("territory-first", 7, 30, "t30", "t30"));
        assertThat(answer.helpers().get(0).because().id()).isEqualTo("duty-list");
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
    void aComponentIsLedByItsOwnerAndTheTerritoryHelps() {
        Answer lamp = about("street_lamp", match("grid", "G1", 1), match("micro-grid", "M1", 1));
        assertThat(lamp.lead()).map(Answering::team).contains("路灯所");
        assertThat(lamp.rule().id()).isEqualTo("owner-first");
        assertThat(lamp.helpers()).extracting(Answering::person).containsExactly("微网格长 001");
        assertThat(lamp.helpers().get(0).because().id()).isEqualTo("territory-helps");
    }

    @Test
    void aComponentThatNobodyOwnsFallsToTheTerritory() {
        Answer tree = about("tree", match("grid", "G1", 1), match("micro-grid", "M1", 1));
        assertThat(tree.lead()).map(Answering::person).contains("微网格长 001");
        assertThat(tree.rule().id()).isEqualTo("territory-fallback");
        assertThat(tree.helpers()).extracting(Answering::person).containsExactly("网格员 011");
    }

    @Test
    void theOwnerOfJustThisCategoryComesBeforeTheOwnerOfTheGround() {
        assertThat(about("street_lamp", match("grid", "G2", 1)).lead())
                .map(Answering::team)
                .contains("路灯所");
        assertThat(about("tree", match("grid", "G2", 1)).lead())
                .map(Answering::team)
                .contains("物业公司");
    }

    @Test
    void anEventIsLedByTheTerritoryEvenWhereSomebodyOwnsTheGround() {
        Answer answer = about("noise", match("grid", "G2", 1));
        assertThat(answer.lead()).map(Answering::person).contains("网格长 002");
        assertThat(answer.informed()).isEmpty();
    }

    @Test
    void aJointAreaMayNameAnotherLeadForACategory() {
        Answer answer = about("noise", match("grid", "G1", 1), match("joint-area", "J1", 1));
        assertThat(answer.lead()).map(Answering::gridCode).contains("G1");
        assertThat(answer.helpers()).extracting(Answering::person).contains("网格长 002", "召集人 001");
        assertThat(answer.face())
                .contains(new Face(Face.Kind.JOINT_AREA, "J1", "joint-area", List.of("G2", "G1"), false));
    }

    @Test
    void aJointAreaThatTheDiscOnlyTouchesDoesNotLead() {
        assertThat(about("noise", match("grid", "G1", 1), match("joint-area", "J1", 0.2))
                        .standing())
                .isNotEqualTo(Standing.JOINT);
    }

    @Test
    void whereNobodyAnswersTheFirstReceiverKeepsItByARule() {
        Answer answer = about("noise", match("grid", "G9", 1));
        assertThat(answer.lead()).isEmpty();
        assertThat(answer.rule().id()).isEqualTo("first-receiver");
    }

    @Test
    void aGridOfTheOneLayerThatIsAskedForOwnsAlsoWhereItHasNoTeam() {
        Answer answer = new LeadFinder(
                        ROSTER,
                        LayerTree.of(List.of(new Layer("shops", LayerKind.FREE, Optional.empty(), "商铺", "Shops"))),
                        Inquiry.of(List.of(match("shops", "S1", 1)), Optional.of("noise"), AT)
                                .layer("shops"),
                        List.of())
                .answer();
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.lead()).isEmpty();
    }

    @Test
    void anAccidentalOverlapIsJointAndNamesItsGrids() {
        Answer answer = new LeadFinder(
                        ROSTER,
                        TREE,
                        Inquiry.of(
                                List.of(new Match("grid", "G1", "名", "e1", 1, 3, new Match.RunnerUp("G2", 0))),
                                Optional.of("noise"),
                                AT),
                        List.of("G1", "G2"))
                .answer();
        assertThat(answer.standing()).isEqualTo(Standing.JOINT);
        assertThat(answer.lead()).map(Answering::gridCode).contains("G1");
        assertThat(answer.helpers()).extracting(Answering::person).contains("网格长 002");
        assertThat(answer.face()).contains(new Face(Face.Kind.OVERLAP, "", "grid", List.of("G1", "G2"), true));
    }
}
