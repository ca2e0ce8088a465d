package org.gridward.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says who of a team is on duty at an instant, and who stands in for whom. Pure. */
final class Presence {

    /** How a member stands. */
    enum State {
        ON_DUTY,
        OFF_SHIFT,
        ABSENT
    }

    /** Somebody of a team who is there, and the member for whom they stand in (null: nobody). */
    record Found(Team team, Team.Member member, Team.Member insteadOf) {}

    private static final int CHAIN_LONGEST = 6;

    private final Roster roster;
    private final Instant at;
    private final Instant knownAt;

    Presence(Roster roster, Instant at, Instant knownAt) {
        this.roster = roster;
        this.at = at;
        this.knownAt = knownAt;
    }

    /** Who leads the team now: the first role of the template with a holder who is there, or the holder's deputy. */
    Optional<Found> lead(Team team) {
        DutyPlan.OfTeam plan = plan(team);
        if (plan == DutyPlan.OfTeam.NOTHING) {
            Optional<Team.Member> lead = team.leadAt(at, knownAt);
            return lead.isEmpty() ? Optional.empty() : Optional.of(new Found(team, lead.get(), null));
        }
        for (Team.Member member : team.membersAt(at, knownAt)) {
            Optional<Found> found = orDeputy(team, member);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The member, or who stands in; empty when neither is there. */
    Optional<Found> orDeputy(Team team, Team.Member member) {
        if (state(team, member) == State.ON_DUTY) {
            return Optional.of(new Found(team, member, null));
        }
        return deputy(team, member, member, 1);
    }

    State state(Team team, Team.Member member) {
        DutyPlan.OfTeam plan = plan(team);
        return absence(plan, member).isPresent()
                ? State.ABSENT
                : isOnShift(plan, member) ? State.ON_DUTY : State.OFF_SHIFT;
    }

    /** Why the member is away, as declared. */
    Optional<Absence> absence(Team team, Team.Member member) {
        return absence(plan(team), member);
    }

    /** The stretch of duty that the member is in; empty off shift, and for a member whom no shift names. */
    Optional<Shift.Window> window(Team team, Team.Member member) {
        for (Held<Shift> row : plan(team).shifts()) {
            if (row.span().holds(at, knownAt) && row.thing().names(member)) {
                Optional<Shift.Window> window =
                        row.thing().windowAt(at, member.labelZh(), roster.plan().zone());
                if (window.isPresent()) {
                    return window;
                }
            }
        }
        return Optional.empty();
    }

    private DutyPlan.OfTeam plan(Team team) {
        return roster.plan().of(team.layer(), team.gridCode());
    }

    private Optional<Absence> absence(DutyPlan.OfTeam plan, Team.Member member) {
        for (Held<Absence> row : plan.absences()) {
            if (row.thing().role().equals(member.role())
                    && row.thing().label().equals(member.labelZh())
                    && row.span().holds(at, knownAt)) {
                return Optional.of(row.thing());
            }
        }
        return Optional.empty();
    }

    private boolean isOnShift(DutyPlan.OfTeam plan, Team.Member member) {
        boolean named = false;
        for (Held<Shift> row : plan.shifts()) {
            if (row.span().holds(at, knownAt) && row.thing().names(member)) {
                named = true;
                if (row.thing()
                        .windowAt(at, member.labelZh(), roster.plan().zone())
                        .isPresent()) {
                    return true;
                }
            }
        }
        return !named;
    }

    private Optional<Found> deputy(Team team, Team.Member member, Team.Member insteadOf, int depth) {
        if (depth > CHAIN_LONGEST) {
            return Optional.empty();
        }
        List<StandIn> named = new ArrayList<>(2);
        for (Held<StandIn> row : plan(team).standIns()) {
            if (row.thing().role().equals(member.role())
                    && row.thing().label().equals(member.labelZh())
                    && row.span().holds(at, knownAt)) {
                named.add(row.thing());
            }
        }
        named.sort(java.util.Comparator.comparingInt(StandIn::rank));
        for (StandIn standIn : named) {
            Optional<Team> other = roster.team(standIn.deputyLayer(), standIn.deputyGrid(), at, knownAt);
            for (Team.Member deputy :
                    other.map(found -> found.membersAt(at, knownAt)).orElse(List.of())) {
                if (deputy.role().equals(standIn.deputyRole())
                        && deputy.labelZh().equals(standIn.deputyLabel())) {
                    Optional<Found> found = state(other.get(), deputy) == State.ON_DUTY
                            ? Optional.of(new Found(other.get(), deputy, insteadOf))
                            : deputy(other.get(), deputy, insteadOf, depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
