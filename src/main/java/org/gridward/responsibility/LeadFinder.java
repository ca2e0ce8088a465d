package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.grid.Match;

/**
 * Applies the rule to the grids that hold a spot. Pure: the same roster, layers, matches and instant give the same answer.
 *
 * <p>Standing: more than one certain grid in a layer, or a grid that partners share, is JOINT; else a match in a leaf
 * partition is OWNED; else a match in a wider partition is a GAP; else a team of a free layer (sea) OWNS; else OUTSIDE.
 */
final class LeadFinder {

    private static final double CERTAIN = 1.0 - 1e-9;

    private final Roster roster;
    private final LayerTree tree;
    private final Instant at;
    private final List<Reason> reasons = new ArrayList<>();

    LeadFinder(Roster roster, LayerTree tree, Instant at) {
        this.roster = roster;
        this.tree = tree;
        this.at = at;
    }

    Answer answer(List<Match> matches, Optional<String> category) {
        Rule rule = roster.ruleAt(at);
        Optional<Team> shared = sharedTeam(matches);
        Optional<Team> lead = shared.map(this::partnersOf)
                .flatMap(partners -> partners.stream().findFirst())
                .or(() -> firstTeam(matches, tree.inOrder(rule.layerOrder())));
        Standing standing = standing(matches, shared.isPresent(), lead.isPresent());
        explain(standing, lead);
        Optional<Answering> leading = lead.flatMap(team -> team.leadAt(at).map(member -> Answering.of(team, member)));
        List<Answering> helpers = helpers(matches, shared, lead, category);
        return new Answer(leading, helpers, rule, standing, reasons, QuestionMaker.of(matches, tree.leaves()));
    }

    private Standing standing(List<Match> matches, boolean shared, boolean led) {
        if (shared || severalIn(matches)) {
            return Standing.JOINT;
        }
        if (matches.stream().anyMatch(match -> tree.leaves().contains(match.layer()))) {
            return Standing.OWNED;
        }
        if (matches.stream().anyMatch(match -> tree.partitions().contains(match.layer()))) {
            return Standing.GAP;
        }
        return led ? Standing.OWNED : Standing.OUTSIDE;
    }

    private static boolean severalIn(List<Match> matches) {
        return matches.stream()
                .filter(match -> match.share() >= CERTAIN)
                .collect(Collectors.groupingBy(Match::layer, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    private Optional<Team> sharedTeam(List<Match> matches) {
        return matches.stream()
                .flatMap(match -> roster.team(match.layer(), match.gridCode()).stream())
                .filter(team -> !team.partners().isEmpty())
                .findFirst();
    }

    /** The partners' teams that have somebody on duty, in the order given. */
    private List<Team> partnersOf(Team shared) {
        return shared.partners().stream()
                .flatMap(code -> roster.teamsOf(code).stream().limit(1))
                .filter(team -> team.leadAt(at).isPresent())
                .toList();
    }

    private Optional<Team> firstTeam(List<Match> matches, List<String> order) {
        for (String layer : order) {
            List<Match> here = matches.stream()
                    .filter(match -> match.layer().equals(layer))
                    .toList();
            for (Match match : here) {
                Optional<Team> team = roster.team(layer, match.gridCode())
                        .filter(found -> found.leadAt(at).isPresent());
                if (team.isPresent()) {
                    return team;
                }
            }
            if (!here.isEmpty() && tree.leaves().contains(layer)) {
                String code = here.get(0).gridCode();
                reasons.add(new Reason(
                        "no-team",
                        "网格 " + code + " 没有在岗队伍，由上一级牵头。",
                        "Grid " + code + " has no team on duty; the grid above it leads."));
            }
        }
        return Optional.empty();
    }

    private List<Answering> helpers(
            List<Match> matches, Optional<Team> shared, Optional<Team> lead, Optional<String> category) {
        Set<Answering> helpers = new LinkedHashSet<>();
        shared.ifPresent(team -> {
            partnersOf(team).forEach(partner -> addLead(helpers, partner));
            addLead(helpers, team);
        });
        lead.ifPresent(team -> {
            List<String> roles =
                    category.flatMap(roster::duty).map(Roster.Duty::helperRoles).orElse(List.of("GRID_WORKER"));
            team.membersAt(at).stream()
                    .filter(member -> roles.contains(member.role()))
                    .forEach(member -> helpers.add(Answering.of(team, member)));
        });
        matches.stream()
                .filter(match -> match.share() >= CERTAIN && !tree.partitions().contains(match.layer()))
                .flatMap(match -> roster.team(match.layer(), match.gridCode()).stream())
                .forEach(team -> addLead(helpers, team));
        lead.flatMap(team -> team.leadAt(at).map(member -> Answering.of(team, member)))
                .ifPresent(helpers::remove);
        return List.copyOf(helpers);
    }

    private void addLead(Set<Answering> helpers, Team team) {
        team.leadAt(at).ifPresent(member -> helpers.add(Answering.of(team, member)));
    }

    private void explain(Standing standing, Optional<Team> lead) {
        reasons.add(
                switch (standing) {
                    case OWNED -> new Reason("owned", "该点在唯一的网格内。", "One grid holds the spot.");
                    case JOINT ->
                        new Reason(
                                "joint",
                                "该点由多个网格共管：一方牵头，其余协同。",
                                "Several grids share the spot: one leads, the others help.");
                    case GAP ->
                        new Reason(
                                "gap",
                                "该点不在任何最小网格内，由上级网格兜底。",
                                "No smallest grid holds the spot; the grid above answers for it.");
                    case OUTSIDE -> new Reason("outside", "该点在所有网格之外。", "The spot lies outside every grid.");
                });
        lead.ifPresent(team -> reasons.add(new Reason(
                "lead",
                team.nameZh() + "（" + team.gridCode() + "）牵头。",
                team.nameEn() + " (" + team.gridCode() + ") leads.")));
    }
}
