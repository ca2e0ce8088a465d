package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds whoever a code names: the team of a grid, a patrol unit's member, a department; and members who patrol. */
@Component
public class Assignees {

    /** A member who patrols as a unit, in which team, and since when known to be in the role (null: since ever). */
    public record Patrolling(Team team, Team.Member member) {}

    private final RosterKeeper keeper;

    Assignees(RosterKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Who answers under a code, for that rule: {@code unit/CODE}, {@code layer/GRID}, the code of a department, or of a grid
     * (of the first layer that has a team there). Empty when the code names nobody who is there.
     *
     * @param home the grid of the case, for a department
     */
    public Optional<Answering> find(String code, String home, Instant at, Rule because) {
        Roster roster = keeper.roster();
        Presence presence = new Presence(roster, at, null);
        if (code.startsWith("unit/")) {
            return patrolling(at).stream()
                    .filter(one -> one.member().unit().equals(code.substring(5)))
                    .findFirst()
                    .map(one -> Answering.of(new Presence.Found(one.team(), one.member(), null), because));
        }
        for (Held<Department> row : roster.departments()) {
            if (row.thing().code().equals(code) && row.span().holds(at, null)) {
                return Optional.of(Answering.of(row.thing(), home, because));
            }
        }
        int slash = code.indexOf('/');
        List<Team> teams = slash < 0
                ? roster.teamsOf(code, at, null)
                : roster.team(code.substring(0, slash), code.substring(slash + 1), at, null).stream()
                        .toList();
        for (Team team : teams) {
            Optional<Presence.Found> lead = presence.lead(team);
            if (lead.isPresent()) {
                return Optional.of(Answering.of(lead.get(), because));
            }
        }
        return Optional.empty();
    }

    /** The members of the lead's team that the duty list names to help with a category, for that rule. */
    public List<Answering> helpers(Answering lead, String category, Instant at, Rule because) {
        Roster roster = keeper.roster();
        Duty duty = roster.duty(category, at, null).orElse(Duty.NONE);
        List<Answering> found = new ArrayList<>();
        roster.team(lead.layer(), lead.gridCode(), at, null).ifPresent(team -> {
            for (Team.Member member : team.membersAt(at, null)) {
                if (duty.helperRoles().contains(member.role())) {
                    new Presence(roster, at, null)
                            .orDeputy(team, member)
                            .map(there -> Answering.of(there, because))
                            .filter(there -> !there.isSameAs(lead))
                            .ifPresent(found::add);
                }
            }
        });
        return found;
    }

    /** Everybody who patrols as a unit at an instant. */
    public List<Patrolling> patrolling(Instant at) {
        List<Patrolling> found = new ArrayList<>();
        for (Held<Team> row : keeper.roster().teams()) {
            if (row.span().holds(at, null)) {
                for (Team.Member member : row.thing().membersAt(at, null)) {
                    if (member.unit() != null) {
                        found.add(new Patrolling(row.thing(), member));
                    }
                }
            }
        }
        return found;
    }

    /** Whether somebody with that label holds a role of a team of that grid at an instant. */
    public boolean isInRoster(String gridCode, String role, String label, Instant at) {
        return keeper.roster().teamsOf(gridCode, at, null).stream()
                .flatMap(team -> team.membersAt(at, null).stream())
                .anyMatch(
                        member -> member.role().equals(role) && member.labelZh().equals(label));
    }
}
