package org.gridward.board.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.board.HeldReport;
import org.gridward.board.Quarantine;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports held for a look, for dispatchers: read them, make cases of them, dismiss them with a reason. */
@RestController
@RequestMapping("/api/v1/quarantine")
class HeldReportController {

    private static final int DISMISS_MOST = 1_000;

    record Dismissal(List<UUID> ids, String reason) {}

    /** One report that could not be dismissed, and why. */
    record NotDone(UUID id, String problem, String detail) {}

    private final Quarantine quarantine;
    private final CurrentUser currentUser;
    private final Idempotency idempotency;

    HeldReportController(Quarantine quarantine, CurrentUser currentUser, Idempotency idempotency) {
        this.quarantine = quarantine;
        this.currentUser = currentUser;
        this.idempotency = idempotency;
    }

    /** A page of what was held in the reader's own jurisdiction; it can have fewer rows than were asked for, and a next one. */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) UUID cursor) {
        HeldReport.State wanted = state(state);
        int rows = Limits.require(limit);
        List<HeldReport> page = quarantine.list(wanted, cursor, rows);
        Map<String, Object> answer = new LinkedHashMap<>();
        Actor actor = currentUser.get();
        answer.put(
                "items",
                page.stream().filter(held -> quarantine.isInside(held, actor)).toList());
        answer.put("waiting", quarantine.waiting());
        answer.put(
                "next",
                page.size() < rows
                        ? null
                        : "/api/v1/quarantine?state=" + wanted + "&limit=" + rows + "&cursor="
                                + page.get(rows - 1).id());
        return answer;
    }

    @PostMapping("/{id}/release")
    ResponseEntity<?> release(
            @PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        return idempotency.once(key, currentUser.get().name(), List.of("release", id), () -> {
            UUID incident = quarantine.release(id, currentUser.get());
            return ResponseEntity.status(201)
                    .header("Location", "/api/v1/incidents/" + incident)
                    .body(Map.of("id", id, "incidentId", incident));
        });
    }

    /** Each on its own: what somebody decided meanwhile is named, the others are dismissed. */
    @PostMapping("/dismissals")
    Map<String, Object> dismiss(@RequestBody Dismissal wanted) {
        if (wanted.ids() == null || wanted.ids().isEmpty() || wanted.ids().size() > DISMISS_MOST) {
            throw Problem.unprocessable("ids", "Send 1 to " + DISMISS_MOST + " ids of held reports.")
                    .with("/ids", Fault.count(1, DISMISS_MOST), "1 to " + DISMISS_MOST);
        }
        List<NotDone> not = new ArrayList<>();
        for (UUID id : wanted.ids()) {
            try {
                quarantine.dismiss(id, wanted.reason(), currentUser.get());
            } catch (Problem problem) {
                if (problem.status() == 422) {
                    throw problem;
                }
                not.add(new NotDone(id, problem.slug(), problem.detail()));
            }
        }
        return Map.of("dismissed", wanted.ids().size() - not.size(), "refused", not);
    }

    private static HeldReport.State state(String word) {
        try {
            return word == null || word.isBlank()
                    ? HeldReport.State.HELD
                    : HeldReport.State.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unreadable("unknown-state", "'" + word + "' is no state; send HELD, RELEASED or DISMISSED.")
                    .with("/state", Fault.UNKNOWN, "unknown");
        }
    }
}
