package org.gridward.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.gridward.access.Actor;
import org.gridward.dispatch.Board;
import org.gridward.dispatch.Boards;
import org.gridward.dispatch.ReportLimiter;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.incident.Responder;
import org.gridward.incident.State;
import org.gridward.incident.Where;
import org.gridward.platform.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a resident sees and does with a notice board's code: whom to call, and a report without signing in. */
@RestController
@RequestMapping("/api/v1/public/boards/{token}")
class BoardController {

    record BoardReport(String category, String description, Reporter reporter) {}

    record BoardReceipt(
            String number,
            State state,
            String category,
            Instant reportedAt,
            Responder lead,
            List<Responder> helpers,
            List<DeadlineSet> deadlines) {

        static BoardReceipt of(IncidentReceipt receipt) {
            return new BoardReceipt(
                    receipt.incident().number(),
                    receipt.state(),
                    receipt.incident().category(),
                    receipt.incident().reportedAt(),
                    receipt.decision().lead(),
                    receipt.decision().helpers(),
                    receipt.deadlines());
        }
    }

    private final Boards boards;
    private final IncidentDesk desk;
    private final ReportLimiter limiter;
    private final Idempotency idempotency;

    BoardController(Boards boards, IncidentDesk desk, ReportLimiter limiter, Idempotency idempotency) {
        this.boards = boards;
        this.desk = desk;
        this.limiter = limiter;
        this.idempotency = idempotency;
    }

    @GetMapping
    Board board(@PathVariable String token) {
        return boards.get(token);
    }

    @PostMapping("/reports")
    ResponseEntity<?> report(
            @PathVariable String token,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody BoardReport report,
            HttpServletRequest request) {
        boards.get(token);
        limiter.require(token, request.getRemoteAddr());
        return idempotency.once(key, "board " + token, report, () -> {
            IncidentReceipt receipt = desk.report(
                    new ReportIncident(
                            report.category(), report.description(), Where.board(token), "QR", null, report.reporter()),
                    Actor.RESIDENT);
            return ResponseEntity.status(201).body(BoardReceipt.of(receipt));
        });
    }
}
