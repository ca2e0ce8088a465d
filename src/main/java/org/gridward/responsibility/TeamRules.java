package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a team must satisfy before it is stored: its template exists and has its number of each role now. Pure. */
final class TeamRules {

    private final Map<String, Map<String, TemplateRole>> templates;

    TeamRules(List<TemplateRole> roles) {
        this.templates = roles.stream()
                .collect(Collectors.groupingBy(
                        TemplateRole::template, Collectors.toMap(TemplateRole::role, Function.identity())));
    }

    /** @throws Problem 422 naming each broken rule of each team, {@code index} counted from 0 */
    void check(List<NewTeam> teams, Instant at) {
        Problem problem = Problem.unprocessable("team-not-acceptable", "The teams cannot be stored as they are.");
        for (int i = 0; i < teams.size(); i++) {
            check(teams.get(i), at, "/" + i, problem);
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private void check(NewTeam team, Instant at, String pointer, Problem problem) {
        Map<String, TemplateRole> roles = templates.get(team.template());
        if (roles == null) {
            problem.with(
                    pointer + "/template",
                    Fault.UNKNOWN,
                    "'" + team.template() + "' is no team template; known are " + templates.keySet() + ".");
            return;
        }
        team.members().stream()
                .filter(member -> !roles.containsKey(member.role()))
                .forEach(member -> problem.with(
                        pointer + "/members",
                        Fault.UNKNOWN,
                        "Template " + team.template() + " has no role '" + member.role() + "'; it has " + roles.keySet()
                                + "."));
        roles.values().forEach(role -> count(problem, pointer, team, role, at));
    }

    private static void count(Problem problem, String pointer, NewTeam team, TemplateRole role, Instant at) {
        long held = team.members().stream()
                .filter(member -> member.role().equals(role.role()))
                .filter(member -> (member.validFrom() == null || !at.isBefore(member.validFrom()))
                        && (member.validTo() == null || at.isBefore(member.validTo())))
                .count();
        if (held >= role.least() && (role.most() == null || held <= role.most())) {
            return;
        }
        String wanted = role.most() == null
                ? "at least " + role.least()
                : role.least() == role.most() ? "exactly " + role.least() : role.least() + " to " + role.most();
        problem.with(
                pointer,
                held < role.least()
                        ? Fault.tooFew(role.role(), held, role.least())
                        : Fault.tooMany(role.role(), held, role.most()),
                "Team of " + team.gridCode() + " has " + held + " " + role.role() + "; template " + team.template()
                        + " wants " + wanted + ".");
    }
}
