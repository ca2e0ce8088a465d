package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Rules, joint areas, owners and duties that are declared for a period: before, in and after it, as known now and then. */
@GridwardIT
@TestPropertySource(properties = "own-database=DeclarationTimesIT")
class DeclarationTimesIT {

    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final String WEST = "33099900100102";
    private static final String EAST = "33099900100202";

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    RuleDesk rules;

    @Autowired
    Declarations declarations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        if (map.find("joint-area").isEmpty()) {
            layers.ensure(new Layer("joint-area", LayerKind.FREE, Optional.empty(), "共管区域", "Joint area"));
            editions.adopt(TestTown.edition("joint-area", List.of(TestTown.grid("GG1", null, 1, 0, 2, 1))), "test");
        }
    }

    @Test
    void aRuleThatWasInForceForAMonthOnlyIsSaidForThatMonthAndTheOldAnswerStaysAsKnownThen() {
        int before = rules.tableAt(MARCH, null).version();
        Instant then = knownAt();
        NewRules.NewRow last =
                new NewRules.NewRow(1, "first-receiver", "LEAD", null, null, "RECEIVER", null, "首接", "First");
        int march = rules.adopt(new NewRules(MARCH, APRIL, "三月", "March", List.of(last)), "test");
        assertThat(rules.tableAt(FEBRUARY, null).version()).isEqualTo(before);
        assertThat(rules.tableAt(MARCH, null).version()).isEqualTo(march);
        assertThat(rules.tableAt(APRIL, null).version()).isEqualTo(before);
        assertThat(rules.tableAt(MARCH, then).version()).isEqualTo(before);
        assertThat(rules.periods()).extracting(RuleDesk.RulePeriod::version).contains(before, march);
    }

    @Test
    void aJointAreaOfAPastMonthIsKnownFromNowOn() {
        Instant then = knownAt();
        declarations.declare(
                new JointArea("joint-area", "GG1", List.of(WEST, EAST), Map.of("noise", EAST)), MARCH, APRIL, "test");
        assertThat(declarations.jointAreas(FEBRUARY, null)).isEmpty();
        assertThat(declarations.jointAreas(MARCH, null))
                .extracting(found -> found.declared().leadFor("noise"))
                .containsExactly(EAST);
        assertThat(declarations.jointAreas(MARCH, then)).isEmpty();
        Instant between = knownAt();
        declarations.declare(new JointArea("joint-area", "GG1", List.of(EAST, WEST), Map.of()), MARCH, APRIL, "test");
        assertThat(declarations.jointAreas(MARCH, null))
                .extracting(found -> found.declared().leadFor("water_leak"))
                .containsExactly(EAST);
        assertThat(declarations.jointAreas(MARCH, between))
                .extracting(found -> found.declared().leadFor("water_leak"))
                .containsExactly(WEST);
    }

    @Test
    void anOwnerAndADutyEndAndTheirPastStays() {
        Owner lamps = new Owner("L", "street_lamp", "town", "", "路灯所", "Lamps", "值班", "Duty post", null, null);
        declarations.declare(lamps, null, MARCH, "test");
        assertThat(declarations.owners(FEBRUARY, null)).hasSize(1);
        assertThat(declarations.owners(MARCH, null)).isEmpty();

        Instant then = knownAt();
        Duty strict = new Duty(
                "noise", "MEDIATION", List.of("GRID_WORKER"), CategoryClass.EVENT, 0.99, Duty.DoubtAnswer.JOINT);
        declarations.declare(strict, MARCH, null, "test");
        assertThat(threshold("noise", FEBRUARY, null)).isEqualTo(0.9);
        assertThat(threshold("noise", MARCH, null)).isEqualTo(0.99);
        assertThat(threshold("noise", MARCH, then)).isEqualTo(0.9);
    }

    @Test
    void whatCannotHoldIsRefusedAndNothingIsStored() {
        Instant then = knownAt();
        assertThatThrownBy(() -> declarations.declare(
                        new Owner("X", "no_such", "nowhere", "", "名", "Name", "值班", "Post", null, null),
                        null,
                        null,
                        "test"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.entries()).hasSize(2));
        assertThatThrownBy(() -> declarations.declare(
                        new JointArea("grid", WEST, List.of(WEST), Map.of()), MARCH, APRIL, "test"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> declarations.declare(
                        new JointArea("joint-area", "GG1", List.of(WEST, EAST), Map.of()), APRIL, MARCH, "test"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("empty");
        assertThat(knownAt()).isEqualTo(then);
    }

    private double threshold(String category, Instant at, Instant knownAt) {
        return declarations.duties(at, knownAt).stream()
                .filter(found -> found.declared().category().equals(category))
                .findFirst()
                .orElseThrow()
                .declared()
                .doubtThreshold();
    }

    private Instant knownAt() {
        return jdbc.sql("SELECT known_at FROM responsibility.revision")
                .query((row, n) -> {
                    OffsetDateTime time = row.getObject(1, OffsetDateTime.class);
                    return time.equals(OffsetDateTime.MIN) ? Instant.EPOCH : time.toInstant();
                })
                .single();
    }
}
