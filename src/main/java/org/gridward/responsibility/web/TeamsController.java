package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Idempotency;
import org.gridward.responsibility.Appointments;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.MemberChange;
import org.gridward.responsibility.Team;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the teams of a grid and who holds which role. */
@RestController
class TeamsController {

    record TeamPage(List<Team> items) {}

    private final DutyRoster roster;
    private final Appointments appointments;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    TeamsController(
            DutyRoster roster,
            Appointments appointments,
            Idempotency idempotency,
            CurrentUser currentUser,
            Clock clock) {
        this.roster = roster;
        this.appointments = appointments;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
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

    @PostMapping("/api/v1/teams/{layer}/{gridCode}/members")
    ResponseEntity<?> change(
            @PathVariable String layer,
            @PathVariable String gridCode,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody MemberChange change) {
        Actor actor = Editors.of(currentUser.get(), gridCode);
        return idempotency.once(key, actor.name(), List.of("POST /teams members", layer, gridCode, change), () -> {
            appointments.change(layer, gridCode, change, actor.name());
            return ResponseEntity.status(201).body(change);
        });
    }
}
