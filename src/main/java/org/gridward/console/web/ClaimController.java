package org.gridward.console.web;

import java.util.List;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.console.Claim;
import org.gridward.console.ClaimDesk;
import org.gridward.console.Seat;
import org.gridward.console.SeatBook;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works on what, and who looks at what. */
@RestController
@RequestMapping("/api/v1")
class ClaimController {

    /** The sign of life of a console: the name it made for itself, and the case that it shows (or none). */
    record Sign(String seat, UUID incident) {}

    /** All claims, and the consoles that are there. */
    record Desks(List<Claim> claims, List<Seat> seats) {}

    private final ClaimDesk claims;
    private final SeatBook seats;
    private final CurrentUser currentUser;

    ClaimController(ClaimDesk claims, SeatBook seats, CurrentUser currentUser) {
        this.claims = claims;
        this.seats = seats;
        this.currentUser = currentUser;
    }

    @GetMapping("/presence")
    Desks presence() {
        return new Desks(claims.all(), seats.open());
    }

    @PostMapping("/presence")
    Desks sign(@RequestBody Sign sign) {
        seats.sign(sign.seat(), sign.incident(), currentUser.get());
        return presence();
    }

    @PutMapping("/incidents/{id}/claim")
    Claim claim(@PathVariable String id) {
        Actor actor = currentUser.get();
        return claims.claim(id(id), actor);
    }

    @DeleteMapping("/incidents/{id}/claim")
    ResponseEntity<Void> release(@PathVariable String id) {
        claims.release(id(id), currentUser.get());
        return ResponseEntity.noContent().build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-incident", "There is no incident '" + text + "'; ids are UUIDs.");
        }
    }
}
