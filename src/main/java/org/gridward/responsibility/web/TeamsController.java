package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Team;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the teams of a grid and who holds which role. */
@RestController
class TeamsController {

    record TeamPage(List<Team> items) {}

    private final DutyRoster roster;
    private final Clock clock;

    TeamsController(DutyRoster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    @GetMapping("/api/v1/teams")
    TeamPage teams(
            @RequestParam String grid,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Instant when = Asked.instant("at", at, clock.instant());
        return new TeamPage(roster.teamsOf(grid, when, Asked.instant("knownAt", knownAt, null)));
    }
}
