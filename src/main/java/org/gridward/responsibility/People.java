package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;

/** Finds the people whom a row of the rule table speaks of, at one moment, for the grids of one spot. Pure. */
final class People {

    /** From this share on a grid of a free layer is taken to hold the spot. */
    private static final double HALF = 0.5;

    private final Roster roster;
    private final LayerTree tree;
    private final List<Match> matches;
    private final String category;
    private final Duty duty;
    private final Instant at;
    private final Instant knownAt;
    private final Presence presence;
    private final boolean chosen;
    private final String named;

    People(Roster roster, LayerTree tree, List<Match> matches, Duty duty, Inquiry asked) {
        this.roster = roster;
        this.tree = tree;
        this.matches = matches;
        this.category = asked.category();
        this.duty = duty;
        this.at = asked.at();
        this.knownAt = asked.knownAt();
        this.presence = new Presence(roster, at, knownAt);
        this.chosen = asked.chosen() != null;
        this.named = asked.owner();
    }

    /** In the order in which they would lead; {@code lead} is who leads, null while nobody does yet. */
    List<Answering> find(RuleRow row, Answering lead) {
        return switch (row.subject()) {
            case LAYER -> heads(row.layer(), row.cited());
            case TERRITORY -> territory(row.cited());
            case FREE -> free(row.cited());
            case OWNER -> owners(row.cited());
            case PARTNERS -> partners(row.cited());
            case TEAM -> team(lead, row.cited());
            case RECEIVER -> List.of();
            case PAIRED -> paired(lead, row.cited());
        };
    }

    /** Who leads the team of a grid, if anybody is on duty there. */
    Optional<Answering> head(String layer, String gridCode, Rule because) {
        return roster.team(layer, gridCode, at, knownAt)
                .flatMap(presence::lead)
                .map(found -> Answering.of(found, because));
    }

    /** Whether a grid has a team with somebody on duty. */
    boolean isStaffed(String layer, String gridCode) {
        Optional<Team> team = roster.team(layer, gridCode, at, knownAt);
        return team.isPresent() && presence.lead(team.get()).isPresent();
    }

    /** Why the first who would lead a grid's team does not, if so: who is away, and who stands in. */
    List<Reason> awayIn(String layer, String gridCode) {
        Optional<Team> team = roster.team(layer, gridCode, at, knownAt);
        if (team.isEmpty() || roster.plan().of(layer, gridCode) == DutyPlan.OfTeam.NOTHING) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>(2);
        for (Team.Member member : team.get().membersAt(at, knownAt)) {
            Presence.State state = presence.state(team.get(), member);
            if (state == Presence.State.ON_DUTY) {
                break;
            }
            reasons.add(Reasons.away(member, state, presence.absence(team.get(), member)));
            Optional<Presence.Found> deputy = presence.orDeputy(team.get(), member);
            if (deputy.isPresent()) {
                reasons.add(Reasons.deputy(deputy.get()));
                break;
            }
        }
        return reasons;
    }

    /** The declared joint area that the spot lies in, more likely than not. */
    Optional<JointArea> jointArea() {
        for (Match match : matches) {
            if (match.share() >= HALF) {
                Optional<JointArea> area = roster.jointArea(match.layer(), match.gridCode(), at, knownAt);
                if (area.isPresent()) {
                    return area;
                }
            }
        }
        return Optional.empty();
    }

    /** More likely than not; a partition's grid that the reporter named holds the spot whatever its share. */
    private boolean holds(Match match) {
        return match.share() >= HALF || (chosen && tree.partitions().contains(match.layer()));
    }

    private List<Answering> heads(String layer, Rule because) {
        for (Match match : matches) {
            if (match.layer().equals(layer)) {
                Optional<Answering> head = head(layer, match.gridCode(), because);
                if (head.isPresent()) {
                    return List.of(head.get());
                }
            }
        }
        return List.of();
    }

    private List<Answering> territory(Rule because) {
        for (String layer : tree.territory()) {
            List<Answering> heads = heads(layer, because);
            if (!heads.isEmpty()) {
                return heads;
            }
        }
        return List.of();
    }

    private List<Answering> free(Rule because) {
        List<Answering> found = new ArrayList<>();
        for (Match match : matches) {
            if (!tree.partitions().contains(match.layer()) && match.share() >= HALF) {
                head(match.layer(), match.gridCode(), because).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The owner that the place names; else the closest owners: of just this category and grid before any other; several only where they are equally close. */
    private List<Answering> owners(Rule because) {
        if (named != null && duty.categoryClass() == CategoryClass.COMPONENT) {
            for (Held<Owner> row : roster.owners()) {
                if (row.thing().code().equals(named) && row.span().holds(at, knownAt)) {
                    return List.of(Answering.of(row.thing(), row.thing().gridCode(), because));
                }
            }
        }
        List<Answering> found = new ArrayList<>();
        int closest = 0;
        for (Match match : matches) {
            for (Held<Owner> row : roster.ownersIn(match.layer())) {
                Owner owner = row.thing();
                if (holds(match)
                        && (owner.gridCode().isEmpty() || owner.gridCode().equals(match.gridCode()))
                        && owner.owns(category, duty.categoryClass())
                        && owner.closeness() >= closest
                        && row.span().holds(at, knownAt)) {
                    if (owner.closeness() > closest) {
                        found.clear();
                        closest = owner.closeness();
                    }
                    found.add(Answering.of(owner, match.gridCode(), because));
                }
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(Answering::gridCode).thenComparing(Answering::team));
        }
        return found;
    }

    /** The partners that have somebody on duty, the one that leads for the category first; then the council of the area. */
    private List<Answering> partners(Rule because) {
        Optional<JointArea> area = jointArea();
        if (area.isEmpty()) {
            return List.of();
        }
        List<Answering> found = new ArrayList<>();
        String lead = area.get().leadFor(category);
        addPartner(found, lead, because);
        for (String partner : area.get().partners()) {
            if (!partner.equals(lead)) {
                addPartner(found, partner, because);
            }
        }
        head(area.get().layer(), area.get().gridCode(), because).ifPresent(found::add);
        return found;
    }

    private void addPartner(List<Answering> found, String gridCode, Rule because) {
        for (Team team : roster.teamsOf(gridCode, at, knownAt)) {
            Optional<Presence.Found> head = presence.lead(team);
            if (head.isPresent()) {
                found.add(Answering.of(head.get(), because));
                return;
            }
        }
    }

    private List<Answering> team(Answering lead, Rule because) {
        if (lead == null || lead.role().equals(Answering.OWNER)) {
            return List.of();
        }
        List<Answering> found = new ArrayList<>();
        roster.team(lead.layer(), lead.gridCode(), at, knownAt).ifPresent(team -> {
            for (Team.Member member : team.membersAt(at, knownAt)) {
                if (duty.helperRoles().contains(member.role())) {
                    presence.orDeputy(team, member).ifPresent(there -> found.add(Answering.of(there, because)));
                }
            }
        });
        return found;
    }

    private List<Answering> paired(Answering lead, Rule because) {
        if (lead == null) {
            return List.of();
        }
        List<Answering> found = new ArrayList<>(1);
        for (Held<DutyPlan.Partner> row :
                roster.plan().of(lead.layer(), lead.gridCode()).partners()) {
            if (row.span().holds(at, knownAt)) {
                head(row.thing().layer(), row.thing().gridCode(), because).ifPresent(found::add);
            }
        }
        return found;
    }
}
