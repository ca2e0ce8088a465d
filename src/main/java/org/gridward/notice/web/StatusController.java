package org.gridward.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.gridward.notice.PublicCase;
import org.gridward.notice.PublicDesk;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a case stands, for whoever has its tracking code, without signing in. */
@RestController
@RequestMapping("/api/v1/public/status/{code}")
class StatusController {

    /** How satisfied, 1 to 5; the note may be null. */
    record Rating(Integer satisfaction, String note) {}

    record NotSolved(String reason) {}

    private final PublicDesk desk;
    private final CurrentUser user;

    StatusController(PublicDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @GetMapping
    ResponseEntity<PublicCase> get(@PathVariable String code, HttpServletRequest request) {
        return answer(code, request);
    }

    @PostMapping("/rating")
    ResponseEntity<PublicCase> rate(@PathVariable String code, @RequestBody Rating rating, HttpServletRequest request) {
        requireReporter();
        desk.rate(code, rating.satisfaction(), rating.note(), request.getRemoteAddr());
        return answer(code, request);
    }

    @PostMapping("/not-solved")
    ResponseEntity<PublicCase> reopen(
            @PathVariable String code, @RequestBody NotSolved body, HttpServletRequest request) {
        requireReporter();
        desk.reopen(code, body.reason(), request.getRemoteAddr());
        return answer(code, request);
    }

    /** Whoever works on cases does not say how well they were worked on: not in the reporter's place. */
    private void requireReporter() {
        if (isStaff()) {
            throw Problem.forbidden(
                    "not-the-reporter",
                    "'" + user.get().name() + "' is signed in and works here; how it went is for the reporter to say."
                            + " Sign out to speak for yourself, or write down what the reporter says with REVISIT.");
        }
    }

    private boolean isStaff() {
        return user.get().roles().stream().anyMatch(role -> role != Role.RESIDENT);
    }

    private ResponseEntity<PublicCase> answer(String code, HttpServletRequest request) {
        PublicCase found = desk.get(code, request.getRemoteAddr());
        return ResponseEntity.ok()
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(isStaff() ? found.toLookAt() : found);
    }
}
