package org.gridward.cooperation.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.HardCase;
import org.gridward.cooperation.HardCaseBook;
import org.gridward.cooperation.HardCaseDesk;
import org.gridward.platform.IdPage;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library of hard problems over HTTP: search it, record plans, write down what a case teaches. */
@RestController
@RequestMapping("/api/v1")
class HardCaseController {

    private static final List<String> STATES = List.of("OPEN", "PLANNED", "SOLVED", "WITHDRAWN");

    private final HardCaseDesk desk;
    private final HardCaseBook book;
    private final Writes writes;

    HardCaseController(HardCaseDesk desk, HardCaseBook book, Writes writes) {
        this.desk = desk;
        this.book = book;
        this.writes = writes;
    }

    /** The latest first; q: words of the report, the plan or the lesson; state OPEN, PLANNED, SOLVED, WITHDRAWN. */
    @GetMapping("/hard-cases")
    Map<String, Object> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        String word = Writes.state(state, STATES, "hard case");
        String words = q == null || q.isBlank() ? null : q.strip();
        IdPage page = new IdPage(limit, cursor);
        Map<String, Object> query = new HashMap<>();
        query.put("q", words);
        query.put("state", word);
        query.put("category", category);
        return page.body(
                book.list(new HardCaseBook.Filter(null, word, category, words), page.before(), page.rows() + 1),
                HardCase::incidentId,
                "/api/v1/hard-cases",
                query);
    }

    /** The entry of one incident with the versions of its plan. */
    @GetMapping("/incidents/{id}/hard-case")
    ResponseEntity<Map<String, Object>> get(@PathVariable String id) {
        UUID incident = PathIds.incident(id);
        HardCase found = book.find(incident)
                .orElseThrow(() -> Problem.notFound(
                        "no-hard-case", "Incident " + id + " is not in the library of hard problems."));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("case", found);
        body.put("plans", book.plans(incident));
        return ResponseEntity.ok().eTag(found.etag()).body(body);
    }

    @PostMapping("/incidents/{id}/hard-case/plans")
    ResponseEntity<?> plan(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody HardCase.NewPlan body) {
        UUID incident = PathIds.incident(id);
        return writes.once(
                key, List.of("POST plans", incident, body), actor -> Writes.created(desk.plan(incident, body, actor)));
    }

    @PostMapping("/incidents/{id}/hard-case/lesson")
    ResponseEntity<HardCase> teach(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody HardCase.Lesson body) {
        HardCase taught =
                desk.teach(PathIds.incident(id), body, VersionTag.read(ifMatch, "hard case", "stale"), writes.actor());
        return ResponseEntity.ok().eTag(taught.etag()).body(taught);
    }
}
