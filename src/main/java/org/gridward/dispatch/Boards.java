package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.GridMap;
import org.gridward.grid.Match;
import org.gridward.place.PlaceSpot;
import org.gridward.place.Places;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Team;
import org.springframework.stereotype.Component;

/** Reads what a notice board says, by the token of its QR code: always who answers now, never what was printed once. */
@Component
public class Boards {

    private final Places places;
    private final GridMap gridMap;
    private final DutyRoster roster;
    private final Clock clock;

    Boards(Places places, GridMap gridMap, DutyRoster roster, Clock clock) {
        this.places = places;
        this.gridMap = gridMap;
        this.roster = roster;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code unknown-board} */
    public Board get(String token) {
        PlaceSpot place = places.findByToken(token)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-board", "No notice board carries the code '" + token + "'; scan it again."));
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
