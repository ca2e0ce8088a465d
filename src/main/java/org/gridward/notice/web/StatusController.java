package org.gridward.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gridward.notice.PublicCase;
import org.gridward.notice.PublicDesk;
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

    StatusController(PublicDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<PublicCase> get(@PathVariable String code, HttpServletRequest request) {
        return answer(code, request);
    }

    @PostMapping("/rating")
    ResponseEntity<PublicCase> rate(@PathVariable String code, @RequestBody Rating rating, HttpServletRequest request) {
        desk.rate(code, rating.satisfaction(), rating.note(), request.getRemoteAddr());
        return answer(code, request);
    }

    @PostMapping("/not-solved")
    ResponseEntity<PublicCase> reopen(
            @PathVariable String code, @RequestBody NotSolved body, HttpServletRequest request) {
        desk.reopen(code, body.reason(), request.getRemoteAddr());
        return answer(code, request);
    }

    private ResponseEntity<PublicCase> answer(String code, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(desk.get(code, request.getRemoteAddr()));
    }
}
