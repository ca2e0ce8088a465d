package org.gridward.responsibility;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.springframework.stereotype.Component;

/**
 * Answers who is responsible, out of memory: no statement is sent to the database for a question. Every answer names a lead,
 * a gap or an overlap; it never guesses and never fails on a spot.
 */
@Component
public class DutyRoster {

    private final RosterKeeper keeper;
    private final GridMap gridMap;
    private final FaceNamer faces;
    private volatile LayerTree lastTree = LayerTree.of(List.of());

    DutyRoster(RosterKeeper keeper, GridMap gridMap, FaceNamer faces) {
        this.keeper = keeper;
        this.gridMap = gridMap;
        this.faces = faces;
    }

    /** Who answers for a spot, as known now. */
    public Answer whoAnswers(List<Match> matches, Optional<String> category, Instant at) {
        return whoAnswers(Inquiry.of(matches, category, at));
    }

    /** Who answered for a spot at an instant, as known at another; {@code knownAt} null: as known now. */
    public Answer whoAnswers(List<Match> matches, Optional<String> category, Instant at, Instant knownAt) {
        return whoAnswers(Inquiry.of(matches, category, at).knownAt(knownAt));
    }

    /** Who answers, with everything that an inquiry can say. */
    public Answer whoAnswers(Inquiry asked) {
        LayerTree tree = tree(asked);
        Inquiry judged = asked.layer() == null ? asked : only(asked);
        Roster roster = keeper.roster();
        Answer answer = new PrecedentBook(roster, judged)
                .apply(new LeadFinder(roster, tree, judged, overlapping(judged, tree), leftOut(judged, tree)).answer());
        if (answer.face().isEmpty() && answer.doubt().isEmpty()) {
            return answer;
        }
        return new Answer(
                answer.lead(),
                answer.helpers(),
                answer.informed(),
                answer.rule(),
                answer.standing(),
                answer.face().map(face -> faces.name(face, judged)),
                answer.doubt(),
                answer.reasons(),
                question(answer, judged));
    }

    /** Who would have led instead: the first row of the written rule, after the one that found the lead, that finds another. */
    public Answer nextInRule(Inquiry asked, Answer answer) {
        LayerTree tree = tree(asked);
        Set<Rule> passedOver = new HashSet<>();
        Answer next = answer;
        while (next.lead().isPresent()
                && next.lead().get().isSameAs(answer.lead().orElse(null))
                && passedOver.add(next.rule())) {
            next = new LeadFinder(keeper.roster(), tree, asked, overlapping(asked, tree), leftOut(asked, tree))
                    .without(passedOver)
                    .answer();
        }
        return next;
    }

    /** Whether the duty list names the category. */
    public boolean knowsCategory(String category) {
        return keeper.roster().knowsCategory(category);
    }

    /** The teams of a grid code, of every layer that has one, with who held which role at an instant, as known at another. */
    public List<Team> teamsOf(String gridCode, Instant at, Instant knownAt) {
        Roster roster = keeper.roster();
        return roster.teamsOf(gridCode, at, knownAt).stream()
                .map(team -> team.at(
                        at,
                        knownAt,
                        roster.jointArea(team.layer(), gridCode, at, knownAt)
                                .map(JointArea::partners)
                                .orElse(List.of())))
                .toList();
    }

    /** A member of a team and how they stand: on duty, off shift or absent; who stands in (null: nobody), until when. */
    public record OnDuty(
            Team team, Team.Member member, String state, String absence, Team.Member deputy, Instant until) {}

    /** The members of a grid's team at an instant as known at another, the leading role first, each with how they stand. */
    public List<OnDuty> onDuty(String layer, String gridCode, Instant at, Instant knownAt) {
        Roster roster = keeper.roster();
        Presence presence = new Presence(roster, at, knownAt);
        return roster.team(layer, gridCode, at, knownAt).stream()
                .flatMap(team -> team.membersAt(at, knownAt).stream().map(member -> onDuty(team, member, presence)))
                .toList();
    }

    private static OnDuty onDuty(Team team, Team.Member member, Presence presence) {
        Presence.State state = presence.state(team, member);
        return new OnDuty(
                team,
                member,
                state.name(),
                presence.absence(team, member).map(Absence::reason).orElse(null),
                state == Presence.State.ON_DUTY
                        ? null
                        : presence.orDeputy(team, member)
                                .map(Presence.Found::member)
                                .orElse(null),
                presence.window(team, member).map(Shift.Window::to).orElse(null));
    }

    /** Whether the duty list of a role of a template covers a category; true for a category that no duty is known for. */
    public boolean isInDutyList(String template, String role, String category, Instant at) {
        Roster roster = keeper.roster();
        Duty duty = roster.duty(category, at, null).orElse(Duty.NONE);
        for (Held<RoleDuty> row : roster.book().roleDuties()) {
            if (row.thing().covers(template, role, duty) && row.span().holds(at, null)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Answer.Question> question(Answer answer, Inquiry asked) {
        if (asked.spot() == null) {
            return Optional.empty();
        }
        return answer.doubt()
                .filter(doubt -> doubt.outcome() == Doubt.Outcome.ASK)
                .flatMap(doubt -> gridMap.find(doubt.layer(), asked.at(), asked.knownAt())
                        .map(map -> QuestionMaker.of(doubt, map, asked.spot())));
    }

    /**
     * The grids of one partition that hold the spot, when they are several: the owner lies inside its border, and another
     * grid holds the spot too. On a plain shared border the spot has no distance from the owner's.
     */
    private List<String> overlapping(Inquiry asked, LayerTree tree) {
        if (asked.spot() == null || asked.spot().accuracyMeters() > 0) {
            return List.of();
        }
        for (Match match : asked.matches()) {
            if (match.runnerUp() != null
                    && match.runnerUp().distanceMeters() == 0
                    && match.distanceToBorderMeters() > 0
                    && tree.partitions().contains(match.layer())) {
                return gridMap.find(match.layer(), asked.at(), asked.knownAt())
                        .map(map -> holders(map, asked.spot()))
                        .filter(codes -> codes.size() > 1)
                        .orElse(List.of());
            }
        }
        return List.of();
    }

    /**
     * Whether the one PARTITION that is asked for leaves out a spot which a grid of a layer around it holds. With an error disc
     * both are said of where the spot most likely lies.
     */
    private boolean leftOut(Inquiry asked, LayerTree tree) {
        if (asked.layer() == null
                || asked.spot() == null
                || gridMap.layer(asked.layer()).kind() == LayerKind.FREE
                || !DoubtFinder.likely(asked.matches(), tree, asked.layer()).isEmpty()) {
            return false;
        }
        Inquiry.Spot spot = asked.spot();
        for (Optional<String> up = gridMap.layer(asked.layer()).parent();
                up.isPresent();
                up = gridMap.layer(up.get()).parent()) {
            String above = up.get();
            List<Match> around = gridMap.find(above, asked.at(), asked.knownAt())
                    .map(map -> map.matches(spot.lon(), spot.lat(), spot.accuracyMeters()))
                    .orElse(List.of());
            if (!DoubtFinder.likely(around, tree, above).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> holders(LayerMap map, Inquiry.Spot spot) {
        return Arrays.stream(map.locator().locateAll(spot.lon(), spot.lat()))
                .mapToObj(map.locator()::code)
                .toList();
    }

    private static Inquiry only(Inquiry asked) {
        List<Match> matches = asked.matches().stream()
                .filter(match -> match.layer().equals(asked.layer()))
                .toList();
        List<Match> considered = asked.considered().stream()
                .filter(match -> match.layer().equals(asked.layer()))
                .toList();
        return new Inquiry(
                matches,
                asked.category(),
                asked.at(),
                asked.knownAt(),
                asked.spot(),
                asked.layer(),
                asked.chosen(),
                considered,
                asked.owner());
    }

    /** The tree of the layers in force, made anew only when they are others than last time. */
    private LayerTree tree(Inquiry asked) {
        List<Layer> layers = gridMap.maps(asked.at(), asked.knownAt()).stream()
                .map(LayerMap::layer)
                .filter(layer -> asked.layer() == null || layer.code().equals(asked.layer()))
                .toList();
        LayerTree held = lastTree;
        if (held.layers().equals(layers)) {
            return held;
        }
        LayerTree fresh = LayerTree.of(layers);
        if (asked.layer() == null) {
            lastTree = fresh;
        }
        return fresh;
    }
}
