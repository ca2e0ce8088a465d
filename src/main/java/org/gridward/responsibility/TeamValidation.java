package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.springframework.stereotype.Component;

/** Compares the team of each grid with the template of its layer: what is missing, too many, of another template, unpaired. */
@Component
public class TeamValidation {

    /** A grid whose team is not as its template says; team and template are null where it has none. */
    public record Finding(
            String layer, String gridCode, String gridName, String team, String template, List<Fault> faults) {}

    /** What is wrong: a stable code, the role with how many it has and is to have (null where it is about no role). */
    public record Fault(Code code, String role, Integer held, Integer wanted, Integer most, String zh, String en) {}

    public enum Code {
        NO_TEAM,
        OTHER_TEMPLATE,
        MISSING,
        TOO_MANY,
        UNKNOWN_ROLE,
        UNPAIRED
    }

    private final RosterKeeper keeper;
    private final GridMap gridMap;

    TeamValidation(RosterKeeper keeper, GridMap gridMap) {
        this.keeper = keeper;
        this.gridMap = gridMap;
    }

    /** The findings of one layer ({@code layer} null: of every layer that is to be staffed), in the order of the codes. */
    public List<Finding> check(String layer, Instant at, Instant knownAt) {
        Roster roster = keeper.roster();
        List<Finding> findings = new ArrayList<>();
        for (Held<LayerStaffing> row : roster.book().staffings()) {
            if (row.span().holds(at, knownAt)
                    && (layer == null || row.thing().layer().equals(layer))) {
                gridMap.layers().stream()
                        .filter(known -> known.code().equals(row.thing().layer()))
                        .findFirst()
                        .flatMap(known -> gridMap.find(known.code(), at, knownAt))
                        .ifPresent(map -> check(roster, row.thing(), map, at, knownAt, findings));
            }
        }
        return findings;
    }

    private static void check(
            Roster roster, LayerStaffing staffing, LayerMap map, Instant at, Instant knownAt, List<Finding> findings) {
        Map<String, Team> teams = roster.teamsIn(staffing.layer(), at, knownAt);
        for (String code : new TreeSet<>(map.codes())) {
            Team team = teams.get(code);
            List<Fault> faults = team == null
                    ? List.of(new Fault(Code.NO_TEAM, null, null, null, null, "没有队伍", "has no team"))
                    : faults(roster, staffing, team.at(at, knownAt, List.of()), at, knownAt);
            if (!faults.isEmpty()) {
                findings.add(new Finding(
                        staffing.layer(),
                        code,
                        map.find(code).orElseThrow().nameZh(),
                        team == null ? null : team.nameZh(),
                        team == null ? null : team.template(),
                        faults));
            }
        }
    }

    private static List<Fault> faults(Roster roster, LayerStaffing staffing, Team team, Instant at, Instant knownAt) {
        List<Fault> faults = new ArrayList<>();
        if (!staffing.templates().contains(team.template())) {
            faults.add(new Fault(
                    Code.OTHER_TEMPLATE,
                    null,
                    null,
                    null,
                    null,
                    "队伍模板 " + team.template() + " 不在 " + staffing.templates() + " 之内",
                    "is of template " + team.template() + ", not of " + staffing.templates()));
        }
        TeamTemplate template = roster.book().templates().get(team.template());
        for (TeamTemplate.Role role : template.roles()) {
            int held = (int) team.members().stream()
                    .filter(member -> member.role().equals(role.role()))
                    .count();
            if (held < role.wanted()) {
                faults.add(fault(Code.MISSING, role, held, "缺 ", "lacks "));
            } else if (role.most() != null && held > role.most()) {
                faults.add(fault(Code.TOO_MANY, role, held, "超员 ", "has too many of "));
            }
        }
        team.members().stream()
                .filter(member -> template.find(member.role()).isEmpty())
                .forEach(member -> faults.add(new Fault(
                        Code.UNKNOWN_ROLE,
                        member.role(),
                        1,
                        0,
                        0,
                        "模板没有角色 " + member.role(),
                        "has a role that its template lacks: " + member.role())));
        if (staffing.paired()
                && roster.plan().of(team.layer(), team.gridCode()).partners().stream()
                        .noneMatch(row -> row.span().holds(at, knownAt))) {
            faults.add(new Fault(
                    Code.UNPAIRED, null, 0, 1, null, "未与另一图层的队伍结对（陆海联动）", "is paired with no team of another layer"));
        }
        return faults;
    }

    private static Fault fault(Code code, TeamTemplate.Role role, int held, String zh, String en) {
        return new Fault(
                code,
                role.role(),
                held,
                role.wanted(),
                role.most(),
                zh + role.nameZh() + "（" + held + "/" + role.wanted() + "）",
                en + role.nameEn() + " (" + held + " of " + role.wanted() + ")");
    }
}
