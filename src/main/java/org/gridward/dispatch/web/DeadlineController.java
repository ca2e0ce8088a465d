package org.gridward.dispatch.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.DeadlineHistory;
import org.gridward.dispatch.Pauses;
import org.gridward.dispatch.Tasks;
import org.gridward.incident.CaseFile;
import org.gridward.incident.DeadlineSet;
import org.gridward.platform.ListPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of incidents: what moved them, where they stand still, and what could not be told. */
@RestController
class DeadlineController {

    record Clocks(List<DeadlineSet> deadlines, List<DeadlineHistory.Change> changes, List<Pauses.Pause> pauses) {}

    private final Tasks tasks;
    private final DeadlineHistory history;
    private final Pauses pauses;
    private final CaseFile cases;
    private final CurrentUser currentUser;

    DeadlineController(Tasks tasks, DeadlineHistory history, Pauses pauses, CaseFile cases, CurrentUser currentUser) {
        this.tasks = tasks;
        this.history = history;
        this.pauses = pauses;
        this.cases = cases;
        this.currentUser = currentUser;
    }

    @GetMapping("/api/v1/incidents/{id}/deadlines")
    Clocks clocks(@PathVariable String id) {
        UUID incident = Paths.incident(id);
        cases.read(incident);
        return new Clocks(
                tasks.deadlinesOf(List.of(incident)).getOrDefault(incident, List.of()),
                history.changes(incident),
                pauses.of(incident));
    }

    /** The parked list: each with its written explanation. */
    @GetMapping("/api/v1/parked")
    Map<String, Object> parked(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(pauses.parked(), parked -> parked.incidentId().toString(), limit, cursor, "/api/v1/parked")
                .body(parked -> parked);
    }

    /** Deadlines that could not be told: what still fails or is parked. */
    @GetMapping("/api/v1/deadlines/failures")
    Map<String, Object> failures(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        history.failures(),
                        failure -> String.valueOf(failure.deadline()),
                        limit,
                        cursor,
                        "/api/v1/deadlines/failures")
                .body(failure -> failure);
    }

    @PostMapping("/api/v1/deadlines/failures/{deadline}/retry")
    ResponseEntity<Void> retry(@PathVariable String deadline) {
        history.retry(Paths.number(deadline), currentUser.get());
        return ResponseEntity.noContent().build();
    }
}
