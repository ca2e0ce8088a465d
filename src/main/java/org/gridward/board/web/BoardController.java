package org.gridward.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.gridward.access.Actor;
import org.gridward.board.Board;
import org.gridward.board.BoardIntake;
import org.gridward.board.BoardIntake.Sender;
import org.gridward.board.BoardIntake.Words;
import org.gridward.board.Boards;
import org.gridward.board.Held;
import org.gridward.evidence.Owner;
import org.gridward.evidence.Tickets;
import org.gridward.geodesy.LocalFrame;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.incident.Where;
import org.gridward.place.PlaceSpot;
import org.gridward.platform.Fault;
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
    record BoardSpot(Double lon, Double lat, String datum, Double accuracyMeters, String gridCode) {

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("lon", lon);
            members.put("lat", lat);
            members.put("datum", datum);
            members.put("accuracyMeters", accuracyMeters);
            members.put("gridCode", gridCode);
            return members;
        }
    }

    record BoardReport(String category, String description, BoardSpot location, Reporter reporter) {

        Words words() {
            return new Words(
                    category,
                    description,
                    location == null ? null : location.members(),
                    reporter == null ? null : reporter.name(),
                    reporter == null ? null : reporter.phone());
        }
    }

    record BoardAnswer(String gridCode) {}

    /** How far from a board somebody may report by its code. */
    private static final int REACH_METERS = 2_000;

    private final Boards boards;
    private final BoardIntake intake;
    private final IncidentDesk desk;
    private final Tickets tickets;
    private final Idempotency idempotency;

    BoardController(Boards boards, BoardIntake intake, IncidentDesk desk, Tickets tickets, Idempotency idempotency) {
        this.boards = boards;
        this.intake = intake;
        this.desk = desk;
        this.tickets = tickets;
        this.idempotency = idempotency;
    }

    @GetMapping
    Board board(@PathVariable String token) {
        return boards.open(token);
    }

    /** 201 with the case, or 202 where too many reports came from here: it is kept and looked at by a person. */
    @PostMapping("/reports")
    ResponseEntity<?> report(
            @PathVariable String token,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestHeader(name = "Device", required = false) String device,
            @RequestBody BoardReport report,
            HttpServletRequest request) {
        PlaceSpot board = boards.spot(token);
        Where where = where(token, board, report.location());
        AtomicReference<ResponseEntity<?>> taken = new AtomicReference<>();
        Optional<Held> held = intake.take(
                board,
                new Sender(plain(device), request.getRemoteAddr(), key),
                report.words(),
                () -> taken.set(idempotency.once(key, "board " + token, report, () -> take(report, where))));
        return held.<ResponseEntity<?>>map(kept ->
                        ResponseEntity.status(202).body(HeldReceipt.of(kept, tickets.issue(Owner.held(kept.id())))))
                .orElseGet(taken::get);
    }

    private ResponseEntity<?> take(BoardReport report, Where where) {
        IncidentReceipt receipt = desk.report(
                new ReportIncident(report.category(), report.description(), where, "QR", null, report.reporter()),
                Actor.RESIDENT);
        return ResponseEntity.status(201)
                .body(BoardReceipt.of(
                        receipt, tickets.issue(Owner.incident(receipt.incident().id()))));
    }

    /** The answer to the question in the receipt; the id is known only to whoever got it. */
    @PostMapping("/reports/{id}/answer")
    ResponseEntity<?> answer(
            @PathVariable String token,
            @PathVariable UUID id,
            @RequestBody BoardAnswer answer,
            HttpServletRequest request) {
        boards.spot(token);
        intake.requireMayAnswer(request.getRemoteAddr());
        desk.answerOfReporter(id, answer.gridCode());
        return ResponseEntity.noContent().build();
    }

    private static String plain(String device) {
        return device != null && device.matches("[A-Za-z0-9_-]{8,64}") ? device : null;
    }

    /** The board itself, or a spot within reach of it. */
    private static Where where(String token, PlaceSpot board, BoardSpot spot) {
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
                    .with("/location", Fault.FAR, "too far from the board");
        }
        return where;
    }
}
