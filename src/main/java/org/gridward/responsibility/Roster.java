package org.gridward.responsibility;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the roster knows, read at one moment; immutable, so that a question needs no lock and no database. */
final class Roster {

    /** What the duty list says of a category: which duty it is, which roles of the team help the lead. */
    record Duty(String category, String duty, List<String> helperRoles) {}

    private final long revision;
    private final Map<String, Map<String, Team>> teams = new HashMap<>();
    private final Map<String, List<Team>> byCode = new HashMap<>();
    private final List<Rule> rules;
    private final Map<String, Duty> duties = new HashMap<>();

    /** @param rules newest version first */
    Roster(long revision, List<Team> teams, List<Rule> rules, List<Duty> duties) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        for (Team team : teams) {
            this.teams.computeIfAbsent(team.layer(), layer -> new HashMap<>()).put(team.gridCode(), team);
            this.byCode
                    .computeIfAbsent(team.gridCode(), code -> new java.util.ArrayList<>(1))
                    .add(team);
        }
        duties.forEach(duty -> this.duties.put(duty.category(), duty));
    }

    long revision() {
        return revision;
    }

    Optional<Team> team(String layer, String gridCode) {
        return Optional.ofNullable(teams.getOrDefault(layer, Map.of()).get(gridCode));
    }

    List<Team> teamsOf(String gridCode) {
        return byCode.getOrDefault(gridCode, List.of());
    }

    Optional<Duty> duty(String category) {
        return Optional.ofNullable(duties.get(category));
    }

    Map<String, Duty> duties() {
        return Map.copyOf(duties);
    }

    /** The version in force at that instant. */
    Rule ruleAt(Instant at) {
        return rules.stream()
                .filter(rule -> !at.isBefore(rule.validFrom()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No responsibility rule is in force at " + at));
    }
}
