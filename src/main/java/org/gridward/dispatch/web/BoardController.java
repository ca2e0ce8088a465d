package org.gridward.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.dispatch.Board;
import org.gridward.dispatch.Boards;
import org.gridward.dispatch.ReportLimiter;
import org.gridward.geodesy.LocalFrame;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.QuestionAsked;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.incident.Responder;
import org.gridward.incident.State;
import org.gridward.incident.Where;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
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

    /** Where the reporter stands, if not at the board: degrees of a datum, metres of accuracy, the grid if asked before. */
    record BoardSpot(Double lon, Double lat, String datum, Double accuracyMeters, String gridCode) {}

    record BoardReport(String category, String description, BoardSpot location, Reporter reporter) {}

    record BoardAnswer(String gridCode) {}

    /** Id and question are null where nothing is asked. */
    record BoardReceipt(
            UUID id,
            String number,
            State state,
            String category,
            Instant reportedAt,
            Responder lead,
            List<Responder> helpers,
            List<DeadlineSet> deadlines,
            QuestionAsked question) {

        static BoardReceipt of(IncidentReceipt receipt) {
            QuestionAsked question = receipt.decision().question();
            return new BoardReceipt(
                    question == null ? null : receipt.incident().id(),
                    receipt.incident().number(),
                    receipt.state(),
                    receipt.incident().category(),
                    receipt.incident().reportedAt(),
                    receipt.decision().lead(),
                    receipt.decision().helpers(),
                    receipt.deadlines(),
                    question);
        }
    }

    /** How far from a board somebody may report by its code. */
    private static final int REACH_METERS = 2_000;

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
        Board board = boards.get(token);
        limiter.require(token, request.getRemoteAddr());
        Where where = where(token, board, report.location());
        return idempotency.once(key, "board " + token, report, () -> {
            IncidentReceipt receipt = desk.report(
                    new ReportIncident(report.category(), report.description(), where, "QR", null, report.reporter()),
                    Actor.RESIDENT);
            return ResponseEntity.status(201).body(BoardReceipt.of(receipt));
        });
    }

    /** The answer to the question in the receipt; the id is known only to whoever got it. */
    @PostMapping("/reports/{id}/answer")
    ResponseEntity<?> answer(
            @PathVariable String token,
            @PathVariable UUID id,
            @RequestBody BoardAnswer answer,
            HttpServletRequest request) {
        boards.get(token);
        limiter.require(token, request.getRemoteAddr());
        desk.answerOfReporter(id, answer.gridCode());
        return ResponseEntity.noContent().build();
    }

    /** The board itself, or a spot within reach of it. */
    private static Where where(String token, Board board, BoardSpot spot) {
        if (spot == null) {
            return Where.board(token);
        }
        Where where = Where.near(spot.lon(), spot.lat(), spot.datum(), spot.accuracyMeters(), spot.gridCode());
        if (spot.lon() != null
                && spot.lat() != null
                && LocalFrame.at(board.lon(), board.lat())
                                .metersBetween(board.lon(), board.lat(), spot.lon(), spot.lat())
                        > REACH_METERS) {
            throw Problem.unprocessable(
                            "too-far-from-board",
                            "The spot lies more than " + REACH_METERS
                                    + " m from the board; scan a board nearer to it, or call 12345.")
                    .with("/location", "too far from the board");
        }
        return where;
    }
}
