package org.gridward.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gridward.intake.ChatDesk;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads a pasted chat into drafts; nothing is filed before a person confirms one with POST /incidents. */
@RestController
class ChatController {

    /** Date (yyyy-mm-dd) of times without one, and the estate of the group; both may be null. */
    record Paste(String text, String date, String estate) {}

    private final ChatDesk desk;

    ChatController(ChatDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/intake/chat")
    ChatDesk.Drafts read(@RequestBody Paste paste) {
        return desk.read(paste.text(), date(paste.date()), paste.estate());
    }

    private static LocalDate date(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw Problem.unprocessable("unreadable-date", "'" + text + "' is no date; send 2025-08-26.")
                    .with("/date", Fault.TIME, "no date");
        }
    }
}
