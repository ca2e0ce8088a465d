package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gridward.cooperation.Template.Base;
import org.gridward.cooperation.Template.Fraction;
import org.gridward.cooperation.Template.Need;
import org.gridward.cooperation.Template.Part;
import org.gridward.cooperation.Template.Seat;
import org.gridward.cooperation.Template.Step;
import org.gridward.cooperation.Template.Voting;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {

    private static final Voting OWNERS = new Voting(new Fraction(2, 3), new Fraction(1, 2), true, Base.ELIGIBLE);

    @Test
    void everyStepHasExactlyOneAccountableSeat() {
        assertThat(faults(Map.of("aa", Part.RESPONSIBLE, "bb", Part.RESPONSIBLE)))
                .containsExactly("/steps/0/parts");
        assertThat(faults(Map.of("aa", Part.ACCOUNTABLE, "bb", Part.ACCOUNTABLE)))
                .containsExactly("/steps/0/parts");
        assertThat(faults(Map.of("aa", Part.ACCOUNTABLE, "cc", Part.CONSULTED))).containsExactly("/steps/0/parts");
        TemplateRules.check(template(Map.of("aa", Part.ACCOUNTABLE, "bb", Part.CONSULTED)));
    }

    @Test
    void turnoutAndApprovalAreTwoThresholds() {
        assertThat(Vote.Result.of(OWNERS, 300, 199, 0, 0)).isEqualTo(new Vote.Result(false, false));
        assertThat(Vote.Result.of(OWNERS, 300, 151, 49, 0)).isEqualTo(new Vote.Result(true, true));
        assertThat(Vote.Result.of(OWNERS, 300, 150, 50, 0)).isEqualTo(new Vote.Result(true, false));
        assertThat(Vote.Result.of(OWNERS, 301, 200, 0, 0).turnoutReached()).isFalse();
        Voting cast = new Voting(new Fraction(1, 2), new Fraction(2, 3), false, Base.CAST);
        assertThat(Vote.Result.of(cast, 90, 40, 20, 0)).isEqualTo(new Vote.Result(true, true));
        assertThat(Vote.Result.of(cast, 90, 39, 20, 1)).isEqualTo(new Vote.Result(true, false));
        Voting all = new Voting(new Fraction(1, 1), new Fraction(1, 1), false, Base.ELIGIBLE);
        assertThat(Vote.Result.of(all, 5, 5, 0, 0).approved()).isTrue();
        assertThat(Vote.Result.of(all, 5, 4, 0, 1).approved()).isFalse();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Template broken = new Template(
                "Bad Code",
                null,
                "",
                "x",
                true,
                new Fraction(3, 2),
                null,
                400,
                List.of(new Seat("aa", "甲", "A", true), new Seat("aa", "乙", "B", true)),
                List.of(new Step("vote", "表决", "Vote", Need.VOTE, Map.of("aa", Part.ACCOUNTABLE))));
        assertThatThrownBy(() -> TemplateRules.check(broken))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.entries())
                        .extracting(Problem.Entry::pointer)
                        .containsExactlyInAnyOrder(
                                "/code",
                                "/nameZh",
                                "/quorum",
                                "/publicationDays",
                                "/publicationDays",
                                "/voting",
                                "/seats"));
    }

    private static List<String> faults(Map<String, Part> parts) {
        try {
            TemplateRules.check(template(parts));
            return List.of();
        } catch (Problem problem) {
            return problem.entries().stream().map(Problem.Entry::pointer).toList();
        }
    }

    private static Template template(Map<String, Part> parts) {
        return new Template(
                "test",
                null,
                "测试",
                "Test",
                true,
                new Fraction(1, 2),
                null,
                0,
                List.of(new Seat("aa", "甲", "A", true), new Seat("bb", "乙", "B", false)),
                List.of(new Step("meet", "会", "Meet", Need.MEETING, parts)));
    }
}
