package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.springframework.stereotype.Component;

/** Answers who is responsible, out of memory: no statement is sent to the database for a question. */
@Component
public class DutyRoster {

    private final RosterKeeper keeper;
    private final GridMap gridMap;
    private volatile LayerTree lastTree = LayerTree.of(List.of());

    DutyRoster(RosterKeeper keeper, GridMap gridMap) {
        this.keeper = keeper;
        this.gridMap = gridMap;
    }

    /**
     * Who answers for a spot.
     *
     * @param matches the grids that hold the spot, of every layer
     * @param category what it is about, deciding which roles help; empty: any
     * @param at the instant asked about, for layers, rules and roles
     */
    public Answer whoAnswers(List<Match> matches, Optional<String> category, Instant at) {
        return new LeadFinder(keeper.roster(), tree(at), at).answer(matches, category);
    }

    /** As {@link #whoAnswers(List, Optional, Instant)}, judged by one layer: it alone decides the standing and leads first. */
    public Answer whoAnswers(List<Match> matches, Optional<String> category, Instant at, String layer) {
        List<Match> first =
                matches.stream().filter(match -> match.layer().equals(layer)).toList();
        LayerTree one = LayerTree.of(tree(at).layers().stream()
                .filter(candidate -> candidate.code().equals(layer))
                .toList());
        return new LeadFinder(keeper.roster(), one, at).answer(first, category);
    }

    /** Whether the duty list names the category. */
    public boolean knowsCategory(String category) {
        return keeper.roster().duty(category).isPresent();
    }

    /** The teams of a grid code, of every layer that has one. */
    public List<Team> teamsOf(String gridCode) {
        return keeper.roster().teamsOf(gridCode);
    }

    /** The version of the rule in force at that instant. */
    public Rule ruleAt(Instant at) {
        return keeper.roster().ruleAt(at);
    }

    /** The tree of the layers in force, made anew only when they are others than last time. */
    private LayerTree tree(Instant at) {
        List<Layer> layers =
                gridMap.maps(at, null).stream().map(LayerMap::layer).toList();
        LayerTree held = lastTree;
        if (!held.layers().equals(layers)) {
            held = LayerTree.of(layers);
            lastTree = held;
        }
        return held;
    }
}
