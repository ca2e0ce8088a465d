package org.gridward.dispatch.pick;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.dispatch.Tasks;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Match;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.incident.TaskGiven;
import org.gridward.patrol.UnitStatus;
import org.gridward.patrol.Units;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Assignees;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Inquiry;
import org.gridward.responsibility.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which unit should go to an incident: {@link #recommend} is the list of the steps. */
@Component
public class Recommender {

    private static final int UNITS_MOST = 10_000;
    private static final int SHOWN_MOST = 20;

    private record Spot(double lon, double lat) {}

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final GridMap gridMap;
    private final DutyRoster roster;
    private final Assignees assignees;
    private final Units units;
    private final Tasks tasks;
    private final Streets streets;
    private final Clock clock;

    Recommender(
            JdbcClient jdbc,
            CaseFile cases,
            GridMap gridMap,
            DutyRoster roster,
            Assignees assignees,
            Units units,
            Tasks tasks,
            Streets streets,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.gridMap = gridMap;
        this.roster = roster;
        this.assignees = assignees;
        this.units = units;
        this.tasks = tasks;
        this.streets = streets;
        this.clock = clock;
    }

    /** @throws org.gridward.platform.Problem 404 no such incident, 403 outside the actor's jurisdiction */
    public Recommendation recommend(UUID incident, Actor actor) {
        Standing standing = cases.read(incident, actor);
        Instant now = clock.instant();
        Spot spot = jdbc.sql(Sql.of("dispatch/find_spot"))
                .param("incident", incident)
                .query((row, n) -> new Spot(row.getDouble("lon"), row.getDouble("lat")))
                .single();
        List<Match> matches = gridMap.locate(spot.lon(), spot.lat(), now, null);
        Inquiry asked =
                Inquiry.of(matches, Optional.of(standing.category()), now).spot(spot.lon(), spot.lat(), 0);
        Answer answer = roster.whoAnswers(asked);
        Match home = home(matches);
        List<Pick> judged = judge(standing, spot, matches, now);
        List<Pick> picks = ranked(judged);
        List<Pick> passed = judged.stream()
                .filter(pick -> !pick.shortfalls().isEmpty())
                .sorted(Comparator.comparing(Pick::straightMeters, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(SHOWN_MOST)
                .toList();
        return new Recommendation(
                incident,
                standing.number(),
                now,
                Candidate.LIMITS,
                picks,
                passed,
                overall(judged, picks),
                byRule(answer, home),
                otherSide(home, now, answer.rule()),
                byRule(roster.nextInRule(asked, answer), home),
                hands(incident, now));
    }

    private List<Pick> judge(Standing standing, Spot spot, List<Match> matches, Instant now) {
        Map<String, UnitStatus> known = new HashMap<>();
        units.list(Optional.empty(), Optional.empty(), UNITS_MOST)
                .forEach(status -> known.put(status.unit().code(), status));
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql(Sql.of("dispatch/count_open_tasks"))
                .param("incident", standing.id())
                .query(row -> {
                    open.put(row.getString("unit"), row.getInt("open"));
                });
        Set<String> codes = new HashSet<>();
        matches.forEach(match -> codes.add(match.gridCode()));
        StreetGraph graph = streets.graph();
        Candidate.Case about = new Candidate.Case(
                spot.lon(),
                spot.lat(),
                codes,
                matches.stream().noneMatch(this::isPartition) && !matches.isEmpty(),
                now,
                graph,
                graph.reach(spot.lon(), spot.lat(), Candidate.LIMITS.farthestMeters()));
        List<Pick> judged = new ArrayList<>();
        for (Assignees.Patrolling who : assignees.patrolling(now)) {
            UnitStatus status = known.get(who.member().unit());
            if (status != null) {
                judged.add(Candidate.judge(about, status, who, facts(standing, who, open, now)));
            }
        }
        return judged;
    }

    private Candidate.Facts facts(Standing standing, Assignees.Patrolling who, Map<String, Integer> open, Instant now) {
        String deputyOf = null;
        boolean onShift = true;
        for (DutyRoster.OnDuty one :
                roster.onDuty(who.team().layer(), who.team().gridCode(), now, null)) {
            if (one.member().equals(who.member())) {
                onShift = one.state().equals("ON_DUTY");
            } else if (one.deputy() != null && one.deputy().equals(who.member())) {
                deputyOf = one.member().labelZh();
            }
        }
        return new Candidate.Facts(
                onShift,
                deputyOf,
                roster.isInDutyList(who.team().template(), who.member().role(), standing.category(), now),
                open.getOrDefault(who.member().unit(), 0));
    }

    /** Those without a shortfall by cost, then by code; the nearest and the least loaded of them say so. */
    private static List<Pick> ranked(List<Pick> judged) {
        List<Pick> fit = new ArrayList<>(judged.stream()
                .filter(pick -> pick.shortfalls().isEmpty())
                .sorted(Comparator.comparing(Pick::costMeters).thenComparing(Pick::unit))
                .toList());
        fit.stream()
                .filter(pick -> pick.streetMeters() != null)
                .min(Comparator.comparing(Pick::streetMeters))
                .ifPresent(nearest -> nearest.reasons().add(Pick.Why.NEAREST_BY_STREET));
        fit.stream()
                .filter(pick -> pick.streetMeters() == null)
                .min(Comparator.comparing(Pick::straightMeters))
                .ifPresent(nearest -> nearest.reasons().add(Pick.Why.NEAREST_STRAIGHT));
        int least = fit.stream().mapToInt(Pick::openTasks).min().orElse(0);
        int most = fit.stream().mapToInt(Pick::openTasks).max().orElse(0);
        List<Pick> ranked = new ArrayList<>();
        for (Pick pick : fit.subList(0, Math.min(SHOWN_MOST, fit.size()))) {
            if (most > least && pick.openTasks() == least) {
                pick.reasons().add(Pick.Why.LEAST_LOADED);
            }
            ranked.add(pick.ranked(ranked.size() + 1));
        }
        return ranked;
    }

    private static List<Pick.Shortfall> overall(List<Pick> judged, List<Pick> picks) {
        if (!picks.isEmpty()) {
            return List.of();
        }
        List<Pick.Shortfall> all = new ArrayList<>(List.of(Pick.Shortfall.NO_CANDIDATES));
        List<Pick> onlyBusy = judged.stream()
                .filter(pick -> pick.shortfalls().equals(List.of(Pick.Shortfall.BUSY)))
                .toList();
        if (!onlyBusy.isEmpty()) {
            all.add(Pick.Shortfall.ALL_BUSY);
        }
        return all;
    }

    private Recommendation.ByRule byRule(Answer answer, Match home) {
        return new Recommendation.ByRule(
                answer.lead().orElse(null), answer.rule(), home == null ? null : home.edition(), answer.reasons());
    }

    private Recommendation.OtherSide otherSide(Match home, Instant now, Rule rule) {
        if (home == null || home.runnerUp() == null) {
            return null;
        }
        Answering lead = assignees
                .find(
                        home.layer() + "/" + home.runnerUp().gridCode(),
                        home.runnerUp().gridCode(),
                        now,
                        rule)
                .orElse(null);
        return new Recommendation.OtherSide(
                home.layer(), home.runnerUp().gridCode(), home.runnerUp().distanceMeters(), lead);
    }

    /** Who has a task and is not there any more. */
    private List<Recommendation.Hand> hands(UUID incident, Instant now) {
        List<Recommendation.Hand> hands = new ArrayList<>();
        for (TaskGiven task : tasks.tasksOf(incident)) {
            if (task.endedAt() == null) {
                hands.add(new Recommendation.Hand(
                        task.id(),
                        task.part(),
                        task.gridCode(),
                        task.role(),
                        task.person(),
                        task.unit(),
                        whyGone(task, now)));
            }
        }
        return hands;
    }

    private String whyGone(TaskGiven task, Instant now) {
        if (Set.of("DISPATCHER", "OWNER", "DEPARTMENT").contains(task.role())) {
            return null;
        }
        if (!assignees.isInRoster(task.gridCode(), task.role(), task.person(), now)) {
            return "LEFT_ROSTER";
        }
        return gridMap.layers().stream()
                .flatMap(layer -> roster.onDuty(layer.code(), task.gridCode(), now, null).stream())
                .filter(one -> one.member().role().equals(task.role())
                        && one.member().labelZh().equals(task.person()))
                .map(DutyRoster.OnDuty::state)
                .filter(state -> !state.equals("ON_DUTY"))
                .findFirst()
                .orElse(null);
    }

    private boolean isPartition(Match match) {
        return gridMap.layer(match.layer()).kind() == LayerKind.PARTITION;
    }

    /** The smallest grid around the spot; of free layers only where there is no other. */
    private Match home(List<Match> matches) {
        return matches.stream()
                .filter(Objects::nonNull)
                .filter(this::isPartition)
                .reduce((wide, fine) -> fine)
                .orElse(matches.isEmpty() ? null : matches.get(0));
    }
}
