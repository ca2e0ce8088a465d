package org.gridward.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Says when who is on duty in a team may change: shifts, absences, roles and deputies that begin or end. */
@Component
public class DutyTimes {

    private record Grid(String layer, String gridCode) {}

    private final RosterKeeper keeper;

    DutyTimes(RosterKeeper keeper) {
        this.keeper = keeper;
    }

    /** The instants after {@code from} and before {@code to}, in order, between which nothing of a grid's team changes. */
    public SortedSet<Instant> changes(String layer, String gridCode, Instant from, Instant to) {
        Roster roster = keeper.roster();
        SortedSet<Instant> found = new TreeSet<>();
        Deque<Grid> left = new ArrayDeque<>(Set.of(new Grid(layer, gridCode)));
        Set<Grid> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            Grid grid = left.pop();
            DutyPlan.OfTeam plan = roster.plan().of(grid.layer(), grid.gridCode());
            plan.shifts().forEach(row -> {
                ends(row.span(), found);
                windows(row.thing(), from, to, roster.plan().zone(), found);
            });
            plan.absences().forEach(row -> ends(row.span(), found));
            plan.standIns().forEach(row -> {
                ends(row.span(), found);
                Grid deputy = new Grid(row.thing().deputyLayer(), row.thing().deputyGrid());
                if (seen.add(deputy)) {
                    left.push(deputy);
                }
            });
            for (Held<Team> row : roster.teams()) {
                if (row.thing().layer().equals(grid.layer())
                        && row.thing().gridCode().equals(grid.gridCode())) {
                    ends(row.span(), found);
                    row.thing().members().forEach(member -> {
                        add(member.validFrom(), found);
                        add(member.validTo(), found);
                    });
                }
            }
        }
        found.removeIf(at -> !at.isAfter(from) || !at.isBefore(to));
        return found;
    }

    private static void windows(Shift shift, Instant from, Instant to, ZoneId zone, SortedSet<Instant> found) {
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            Shift.Window window = shift.window(day, zone);
            found.add(window.from());
            found.add(window.to());
        }
    }

    private static void ends(Span span, SortedSet<Instant> found) {
        found.add(span.validFrom());
        found.add(span.validTo());
    }

    private static void add(Instant at, SortedSet<Instant> found) {
        if (at != null) {
            found.add(at);
        }
    }
}
