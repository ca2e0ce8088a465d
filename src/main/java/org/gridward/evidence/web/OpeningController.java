package org.gridward.evidence.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.CurrentUser;
import org.gridward.evidence.Opening;
import org.gridward.evidence.Openings;
import org.gridward.platform.IdPage;
import org.gridward.platform.Idempotency;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What premises went through, and the way of a new shop there from registration to OPEN. */
@RestController
class OpeningController {

    record NewOpening(String placeCode) {}

    record CheckBody(String department, String result, String note) {}

    private final Openings openings;
    private final CurrentUser currentUser;
    private final Idempotency idempotency;

    OpeningController(Openings openings, CurrentUser currentUser, Idempotency idempotency) {
        this.openings = openings;
        this.currentUser = currentUser;
        this.idempotency = idempotency;
    }

    @GetMapping("/api/v1/places/{code}/history")
    Map<String, Object> history(@PathVariable String code) {
        List<Opening.PastCase> cases = openings.history(code);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", cases);
        answer.put("risk", openings.isRisk(cases.size()));
        answer.put("next", null);
        return answer;
    }

    @PostMapping("/api/v1/openings")
    ResponseEntity<?> register(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewOpening wanted) {
        return idempotency.once(key, currentUser.get().name(), List.of("opening", wanted), () -> {
            Opening opening = openings.register(wanted.placeCode(), currentUser.get());
            return ResponseEntity.status(201)
                    .header("Location", "/api/v1/openings/" + opening.id())
                    .eTag(opening.etag())
                    .body(opening);
        });
    }

    @GetMapping("/api/v1/openings")
    Map<String, Object> openings(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        return page.body(
                openings.list(page.before(), page.rows() + 1, currentUser.get()),
                Opening::id,
                "/api/v1/openings",
                Map.of());
    }

    @GetMapping("/api/v1/openings/{id}")
    ResponseEntity<Opening> get(@PathVariable UUID id) {
        return tagged(openings.get(id, currentUser.get()));
    }

    @PostMapping("/api/v1/openings/{id}/checks")
    ResponseEntity<Opening> check(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody CheckBody check) {
        int seen = seen(ifMatch);
        return tagged(openings.check(id, check.department(), check.result(), check.note(), seen, currentUser.get()));
    }

    @PostMapping("/api/v1/openings/{id}/card")
    ResponseEntity<Opening> card(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        return tagged(openings.issueCard(id, seen(ifMatch), currentUser.get()));
    }

    @PostMapping("/api/v1/openings/{id}/open")
    ResponseEntity<Opening> open(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        return tagged(openings.open(id, seen(ifMatch), currentUser.get()));
    }

    private static int seen(String ifMatch) {
        return VersionTag.read(ifMatch, "opening", "stale-opening");
    }

    private static ResponseEntity<Opening> tagged(Opening opening) {
        return ResponseEntity.ok().eTag(opening.etag()).body(opening);
    }
}
