package org.gridward.responsibility;

import static org.gridward.responsibility.CategoryClass.COMPONENT;
import static org.gridward.responsibility.CategoryClass.EVENT;
import static org.gridward.responsibility.RuleRow.Relation.HELP;
import static org.gridward.responsibility.RuleRow.Relation.INFORM;
import static org.gridward.responsibility.RuleRow.Relation.LEAD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.gridward.responsibility.Duty.DoubtAnswer;
import org.gridward.responsibility.RuleRow.Subject;

/** A roster of two grids, a micro-grid, a joint area, the sea and two owners, with a short rule table. */
final class SmallRoster {

    static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant REFORM = Instant.parse("2025-08-01T00:00:00Z");
    static final RuleTable RULES = new RuleTable(
            7,
            "规则",
            "The rule",
            List.of(
                    row(10, LEAD, null, Subject.PARTNERS, "joint-area"),
                    row(20, LEAD, COMPONENT, Subject.OWNER, "owner-first"),
                    row(30, LEAD, EVENT, Subject.TERRITORY, "territory-first"),
                    row(40, LEAD, null, Subject.TERRITORY, "territory-fallback"),
                    row(60, LEAD, null, Subject.FREE, "free-layer"),
                    row(90, LEAD, null, Subject.RECEIVER, "first-receiver"),
                    row(110, HELP, null, Subject.PARTNERS, "joint-area"),
                    row(120, HELP, null, Subject.TEAM, "duty-list"),
                    row(130, HELP, COMPONENT, Subject.TERRITORY, "territory-helps"),
                    row(140, HELP, null, Subject.FREE, "free-layer"),
                    row(210, INFORM, EVENT, Subject.OWNER, "owner-told")));
    static final LayerTree TREE = LayerTree.of(List.of(
            new Layer("grid", LayerKind.PARTITION, Optional.empty(), "网格", "Grid"),
            new Layer("micro-grid", LayerKind.PARTITION, Optional.of("grid"), "微网格", "Micro-grid"),
            new Layer("joint-area", LayerKind.FREE, Optional.empty(), "共管区域", "Joint area"),
            new Layer("sea-grid", LayerKind.FREE, Optional.empty(), "海上网格", "Sea grid")));
    static final Team GRID = team(
            "grid",
            "G1",
            List.of(),
            member("GRID_HEAD", "网格长 001", null, null),
            member("GRID_WORKER", "网格员 001", null, null));
    static final Team OTHER = team("grid", "G2", List.of(), member("GRID_HEAD", "网格长 002", null, null));
    static final Team MICRO = team(
            "micro-grid",
            "M1",
            List.of(),
            member("MICRO_GRID_HEAD", "微网格长 旧", null, REFORM),
            member("MICRO_GRID_HEAD", "微网格长 001", REFORM, null),
            member("GRID_WORKER", "网格员 011", null, null));
    static final Team JOINT = team("joint-area", "J1", List.of(), member("COUNCIL_CHAIR", "召集人 001", null, null));
    static final JointArea AREA =
            new JointArea("joint-area", "J1", List.of("G2", "G1"), Map.of("pipe_burst", "G2", "noise", "G1"));
    static final Team SEA = team("sea-grid", "S5", List.of(), member("GRID_HEAD", "海上网格长 005", null, null));
    static final Owner LAMPS =
            new Owner("LD", "street_lamp", "grid", "", "路灯所", "Lamp office", "值班 001", "Duty post 001", null, null);
    static final Owner PROPERTY =
            new Owner("WY", "", "grid", "G2", "物业公司", "Property company", "值班 002", "Duty post 002", null, null);
    static final Roster ROSTER = new Roster(
            1,
            new Roster.Rows(
                    held(List.of(GRID, OTHER, MICRO, JOINT, SEA)),
                    held(List.of(RULES)),
                    held(List.of(
                            duty("pipe_burst", EVENT, DoubtAnswer.JOINT),
                            duty("noise", EVENT, DoubtAnswer.ASK),
                            duty("street_lamp", COMPONENT, DoubtAnswer.ASK),
                            duty("tree", COMPONENT, DoubtAnswer.ASK))),
                    held(List.of(LAMPS, PROPERTY)),
                    held(List.of(AREA)),
                    List.of(),
                    DutyPlan.NONE,
                    TemplateBook.NONE,
                    List.of()));

    static Answer about(String category, Match... matches) {
        return new LeadFinder(ROSTER, TREE, Inquiry.of(List.of(matches), Optional.of(category), AT), List.of())
                .answer();
    }

    static Answer ask(Instant at, Match... matches) {
        return new LeadFinder(ROSTER, TREE, Inquiry.of(List.of(matches), Optional.of("pipe_burst"), at), List.of())
                .answer();
    }

    static RuleRow row(int precedence, RuleRow.Relation relation, CategoryClass of, Subject subject, String rule) {
        return new RuleRow(
                precedence,
                relation,
                of,
                null,
                subject,
                null,
                new Rule(rule, 7, precedence, "t" + precedence, "t" + precedence));
    }

    static Duty duty(String category, CategoryClass of, DoubtAnswer doubtAnswer) {
        return new Duty(category, "HAZARD", List.of("GRID_WORKER"), of, 0.9, doubtAnswer);
    }

    static <T> List<Held<T>> held(List<T> things) {
        return things.stream().map(Held::always).toList();
    }

    static Match match(String layer, String code, double share) {
        return new Match(layer, code, "名 " + code, "e1", share, 10, null);
    }

    static Team team(String layer, String code, List<String> partners, Team.Member... members) {
        return new Team(layer, code, "1+3+N", code + "队", code + " team", partners, List.of(members));
    }

    static Team.Member member(String role, String label, Instant from, Instant to) {
        return new Team.Member(role, role, role, label, label, null, null, from, to, null, null);
    }

    private SmallRoster() {}
}
