package org.gridward.cooperation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.GridMap;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Team;
import org.springframework.stereotype.Component;

/** Takes incidents up the tree of layers and says who is accountable then; whoever has the work keeps it. */
@Component
public class EscalationDesk {

    /** A step that is wanted: to which layer (null: so many rungs up), why, by whom. */
    record Wish(String to, int rungs, String reason, String note, How how, String actor) {}

    /** By an action, whose row the timeline has; because something else failed; by the clock. */
    enum How {
        ACTED,
        FAILED,
        CLOCK
    }

    /** Where an incident stands: the layers of its ladder from below, the present one, who is accountable there. */
    public record Place(
            List<String> ladder,
            String layer,
            String gridCode,
            String team,
            String teamEn,
            String person,
            String personEn) {}

    private final CaseFile caseFile;
    private final GridMap map;
    private final DutyRoster roster;
    private final EscalationBook book;
    private final CooperationNews news;
    private final Clock clock;

    EscalationDesk(
            CaseFile caseFile, GridMap map, DutyRoster roster, EscalationBook book, CooperationNews news, Clock clock) {
        this.caseFile = caseFile;
        this.map = map;
        this.roster = roster;
        this.book = book;
        this.news = news;
        this.clock = clock;
    }

    /** Where an incident stands now; layer, gridCode, team and person are null where nothing holds or answers for it. */
    public Place place(UUID incident) {
        Ladder ladder = ladder(caseFile.read(incident));
        Optional<Ladder.Rung> now = now(incident, ladder);
        Optional<Team> team = now.flatMap(this::team);
        return new Place(
                ladder.layers(),
                now.map(Ladder.Rung::layer).orElse(null),
                now.map(Ladder.Rung::gridCode).orElse(null),
                team.map(Team::nameZh).orElse(null),
                team.map(Team::nameEn).orElse(null),
                team.flatMap(this::leader).map(Team.Member::labelZh).orElse(null),
                team.flatMap(this::leader).map(Team.Member::labelEn).orElse(null));
    }

    /**
     * Takes an incident up.
     *
     * @throws Problem 422 an unknown reason or layer; 409 {@code top-of-ladder} where nothing is above it
     */
    Escalation escalate(UUID incident, Wish wish) {
        return escalate(caseFile.read(incident), wish);
    }

    /** As the other, for an incident that was read. */
    Escalation escalate(Standing standing, Wish wish) {
        UUID incident = standing.id();
        requireReason(wish);
        Ladder ladder = ladder(standing);
        Ladder.Rung from = now(incident, ladder)
                .orElseThrow(() -> Problem.conflict(
                        "no-ladder",
                        "No layer that nests holds incident " + standing.number() + "; there is no way up."));
        Ladder.Rung to = target(standing, ladder, from, wish);
        Optional<Team> team = team(to);
        Escalation step = new Escalation(
                Ids.next(),
                incident,
                standing.number(),
                from.layer(),
                from.gridCode(),
                to.layer(),
                to.gridCode(),
                wish.reason(),
                wish.note(),
                team.map(Team::nameZh).orElse(null),
                team.flatMap(this::leader).map(Team.Member::labelZh).orElse(null),
                wish.how() == How.CLOCK,
                wish.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        book.insert(step);
        if (wish.how() == How.ACTED) {
            news.quietly(incident, standing.number(), "ESCALATED", wish.actor(), detail(step));
        } else {
            news.tell(incident, standing.number(), "ESCALATED", wish.actor(), wish.note(), detail(step));
        }
        return step;
    }

    /** Who leads the rung above the present one, or the present one at the top; null where nobody is known. */
    String leaderAbove(UUID incident) {
        Ladder ladder = ladder(caseFile.read(incident));
        return now(incident, ladder)
                .map(rung -> ladder.above(rung.layer(), 1).orElse(rung))
                .flatMap(this::team)
                .flatMap(this::leader)
                .map(Team.Member::labelZh)
                .orElse(null);
    }

    boolean canRise(UUID incident) {
        return canRise(caseFile.read(incident));
    }

    boolean canRise(Standing standing) {
        Ladder ladder = ladder(standing);
        return now(standing.id(), ladder)
                .flatMap(rung -> ladder.above(rung.layer(), 1))
                .isPresent();
    }

    private static Ladder.Rung target(Standing standing, Ladder ladder, Ladder.Rung from, Wish wish) {
        if (wish.to() == null) {
            return ladder.above(from.layer(), wish.rungs())
                    .orElseThrow(() -> Problem.conflict(
                            "top-of-ladder",
                            "Incident " + standing.number() + " stands at " + from.layer() + " " + from.gridCode()
                                    + " already; nothing is above it."));
        }
        return ladder.find(wish.to(), from.layer())
                .orElseThrow(() -> Given.refuse(
                        "not-above",
                        "/to",
                        Fault.NOT_HERE,
                        "'" + wish.to() + "' is not above " + from.layer() + "; the ladder is " + ladder.layers()));
    }

    private void requireReason(Wish wish) {
        if (wish.how() != How.ACTED) {
            return;
        }
        String reason = wish.reason();
        List<String> known =
                book.reasons().stream().map(EscalationBook.Reason::code).toList();
        if (!known.contains(reason)) {
            throw Given.refuse(
                    "unknown-reason", "/reason", Fault.CHOICE, "'" + reason + "' is no reason; known are " + known);
        }
    }

    private Ladder ladder(Standing standing) {
        return Ladder.of(map.layers(), standing.grids());
    }

    private Optional<Ladder.Rung> now(UUID incident, Ladder ladder) {
        return book.last(incident)
                .map(last -> new Ladder.Rung(last.toLayer(), last.toGrid()))
                .or(ladder::bottom);
    }

    private Optional<Team> team(Ladder.Rung rung) {
        return roster.teamsOf(rung.gridCode(), clock.instant(), null).stream()
                .filter(team -> team.layer().equals(rung.layer()))
                .findFirst();
    }

    private Optional<Team.Member> leader(Team team) {
        return team.leadAt(clock.instant(), null);
    }

    private static Map<String, Object> detail(Escalation step) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("fromLayer", step.fromLayer());
        detail.put("toLayer", step.toLayer());
        detail.put("toGrid", step.toGrid());
        detail.put("reason", step.reason());
        detail.put("automatic", step.automatic());
        return detail;
    }
}
