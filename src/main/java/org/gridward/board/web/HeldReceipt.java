package org.gridward.board.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.board.Held;
import org.gridward.board.HoldReason;

/** What a resident gets for a report that is held: a number to name, and whom to call where it cannot wait. */
record HeldReceipt(
        UUID id,
        boolean held,
        HoldReason why,
        Instant receivedAt,
        String message,
        List<String> call,
        String photoTicket) {

    static HeldReceipt of(Held held, String photoTicket) {
        return new HeldReceipt(
                held.id(),
                true,
                held.why(),
                held.receivedAt(),
                "Many reports came from here; yours is kept and a person will look at it. In danger call 110, 119 or 120 now,"
                        + " for all else 12345.",
                List.of("110", "119", "120", "12345"),
                photoTicket);
    }
}
