package org.gridward.board.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.QuestionAsked;
import org.gridward.incident.Responder;
import org.gridward.incident.State;

/**
 * What a resident gets for a report that became a case: the number to name, the code that opens its status page, a ticket
 * for adding photos. Id and question are null where nothing is asked.
 */
record BoardReceipt(
        UUID id,
        String number,
        State state,
        String category,
        Instant reportedAt,
        Responder lead,
        List<Responder> helpers,
        List<DeadlineSet> deadlines,
        QuestionAsked question,
        String trackingCode,
        String statusPage,
        String photoTicket) {

    static BoardReceipt of(IncidentReceipt receipt, String photoTicket) {
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
                question,
                receipt.trackingCode(),
                "/s/" + receipt.trackingCode(),
                photoTicket);
    }
}
