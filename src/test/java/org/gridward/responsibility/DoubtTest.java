package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.responsibility.SmallRoster.AT;
import static org.gridward.responsibility.SmallRoster.ROSTER;
import static org.gridward.responsibility.SmallRoster.TREE;
import static org.gridward.responsibility.SmallRoster.about;
import static org.gridward.responsibility.SmallRoster.match;

import java.util.List;
import java.util.Optional;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.junit.jupiter.api.Test;

class DoubtTest {

    @Test
    void aSplitErrorDiscIsADoubtAndIsNotJoint() {
        Answer answer =
                about("noise", match("grid", "G1", 1), match("micro-grid", "M1", 0.7), match("micro-grid", "M2", 0.3));
        assertThat(answer.standing()).isEqualTo(Standing.OWNED);
        assertThat(answer.doubt()).map(Doubt::outcome).contains(Doubt.Outcome.ASK);
        assertThat(answer.doubt()).map(Doubt::bestShare).contains(0.7);
        assertThat(about("noise", match("micro-grid", "M1", 1)).doubt()).isEmpty();
    }

    @Test
    void atTheThresholdThereIsNoQuestion() {
        assertThat(about("noise", match("micro-grid", "M1", 0.9), match("micro-grid", "M2", 0.1))
                        .doubt())
                .map(Doubt::outcome)
                .contains(Doubt.Outcome.SURE);
        assertThat(about("noise", match("micro-grid", "M1", 0.89), match("micro-grid", "M2", 0.11))
                        .doubt())
                .map(Doubt::outcome)
                .contains(Doubt.Outcome.ASK);
    }

    @Test
    void anEmergencySendsAllWhoMayBeMeantInsteadOfAsking() {
        Answer answer = about("pipe_burst", match("grid", "G1", 0.6), match("grid", "G2", 0.4));
        assertThat(answer.doubt()).isEmpty();
        LayerTree gridsOnly =
                LayerTree.of(List.of(new Layer("grid", LayerKind.PARTITION, Optional.empty(), "网格", "Grid")));
        Answer joint = new LeadFinder(
                        ROSTER,
                        gridsOnly,
                        Inquiry.of(
                                List.of(match("grid", "G1", 0.6), match("grid", "G2", 0.4)),
                                Optional.of("pipe_burst"),
                                AT),
                        List.of())
                .answer();
        assertThat(joint.standing()).isEqualTo(Standing.JOINT);
        assertThat(joint.lead()).map(Answering::gridCode).contains("G1");
        assertThat(joint.helpers()).extracting(Answering::gridCode).contains("G2");
    }

    @Test
    void whereTheGapHoldsMostOfTheDiscItIsAGap() {
        Answer answer = about("noise", match("grid", "G1", 1), match("micro-grid", "M1", 0.3));
        assertThat(answer.standing()).isEqualTo(Standing.GAP);
        assertThat(answer.doubt()).map(Doubt::gapShare).contains(0.7);
        assertThat(answer.lead()).map(Answering::gridCode).contains("G1");
    }

    @Test
    void theGridThatTheReporterNamedLeadsWhateverItsShare() {
        List<Match> considered =
                List.of(match("grid", "G1", 0.7), match("micro-grid", "M2", 0.7), match("micro-grid", "M1", 0.3));
        Answer answer = new LeadFinder(
                        ROSTER,
                        TREE,
                        Inquiry.of(List.of(match("micro-grid", "M1", 0.3)), Optional.of("noise"), AT)
                                .chosen("M1", considered),
                        List.of())
                .answer();
        assertThat(answer.lead()).map(Answering::gridCode).contains("M1");
        assertThat(answer.doubt()).hasValueSatisfying(doubt -> {
            assertThat(doubt.outcome()).isEqualTo(Doubt.Outcome.CHOSEN);
            assertThat(doubt.chosenShare()).isEqualTo(0.3);
        });
    }
}
