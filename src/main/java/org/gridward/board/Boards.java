package org.gridward.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.grid.GridMap;
import org.gridward.grid.Match;
import org.gridward.place.BoardCode;
import org.gridward.place.BoardCodes;
import org.gridward.place.CodeFound;
import org.gridward.place.PlaceSpot;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Team;
import org.springframework.stereotype.Component;

/** Reads what a notice board says, by its code: always who answers now, never what was printed once. */
@Component
public class Boards {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int KEPT_MOST = 2_000;

    private record Kept(PlaceSpot spot, Instant until) {}

    private final BoardCodes codes;
    private final GridMap gridMap;
    private final DutyRoster roster;
    private final ScanBook scans;
    private final Clock clock;
    private final Map<String, Kept> recent = new ConcurrentHashMap<>();

    Boards(BoardCodes codes, GridMap gridMap, DutyRoster roster, ScanBook scans, Clock clock) {
        this.codes = codes;
        this.gridMap = gridMap;
        this.roster = roster;
        this.scans = scans;
        this.clock = clock;
    }

    /**
     * What a resident sees who opened a code.
     *
     * @throws Problem as {@link #spot}
     */
    public Board open(String code) {
        PlaceSpot place = spot(code);
        scans.opened(place.code());
        return board(place);
    }

    /**
     * Where a code hangs; known codes are remembered for some seconds.
     *
     * @throws Problem 404 {@code unknown-board} for a code that is none of ours, 410 {@code code-replaced}; both are counted
     */
    public PlaceSpot spot(String code) {
        Instant now = clock.instant();
        Kept kept = recent.get(code);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.spot();
        }
        CodeFound found = codes.find(code);
        if (found.standing() != CodeFound.Standing.IN_FORCE) {
            recent.remove(code);
            throw refuse(code, found);
        }
        if (recent.size() >= KEPT_MOST) {
            recent.clear();
        }
        PlaceSpot spot = found.spot().orElseThrow();
        recent.put(code, new Kept(spot, now.plus(FRESH)));
        return spot;
    }

    /** Issues a code as {@link BoardCodes#issue}; the one before is refused here from now on. */
    public BoardCode issue(String placeCode, String reason, String actor) {
        BoardCode issued = codes.issue(placeCode, reason, actor);
        recent.clear();
        return issued;
    }

    private Problem refuse(String code, CodeFound found) {
        scans.refused(code, found.standing());
        if (found.standing() == CodeFound.Standing.REPLACED) {
            String name = found.spot().map(PlaceSpot::nameZh).orElse("");
            return Problem.gone(
                    "code-replaced",
                    "This code of '" + name + "' was replaced; scan the one that hangs there now, or ask the residents'"
                            + " committee, or call 12345.");
        }
        return Problem.notFound("unknown-board", "No notice board carries the code '" + code + "'; scan it again.");
    }

    private Board board(PlaceSpot place) {
        Instant now = clock.instant();
        List<Match> matches = gridMap.locate(place.lon(), place.lat(), now, null);
        Answer answer = roster.whoAnswers(matches, Optional.empty(), now);
        Optional<Match> home = answer.lead().flatMap(lead -> matches.stream()
                .filter(match -> match.gridCode().equals(lead.gridCode()))
                .findFirst());
        return new Board(
                place.code(),
                place.nameZh(),
                place.nameEn(),
                place.lon(),
                place.lat(),
                home.map(Match::gridCode).orElse(null),
                home.map(Match::gridName).orElse(null),
                contacts(answer, now));
    }

    private List<Board.Contact> contacts(Answer answer, Instant now) {
        Set<Board.Contact> contacts = new LinkedHashSet<>();
        answer.lead().ifPresent(lead -> {
            contacts.add(contact(lead));
            roster.teamsOf(lead.gridCode(), now, null).stream()
                    .filter(team -> team.layer().equals(lead.layer()))
                    .flatMap(team -> team.members().stream())
                    .map(member -> contact(member, lead.gridCode()))
                    .forEach(contacts::add);
        });
        answer.helpers().forEach(helper -> contacts.add(contact(helper)));
        return List.copyOf(contacts);
    }

    private static Board.Contact contact(Answering who) {
        return new Board.Contact(
                who.role(), who.roleZh(), who.roleEn(), who.person(), who.personEn(), who.phone(), who.gridCode());
    }

    private static Board.Contact contact(Team.Member member, String gridCode) {
        return new Board.Contact(
                member.role(),
                member.roleZh(),
                member.roleEn(),
                member.labelZh(),
                member.labelEn(),
                member.phone(),
                gridCode);
    }
}
