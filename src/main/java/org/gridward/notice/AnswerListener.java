package org.gridward.notice;

import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.platform.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts what the reporter is to be told at the end of a case onto its status page: the answer, or why it was made void. */
@Component
class AnswerListener {

    private final ProgressDesk desk;

    AnswerListener(ProgressDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(IncidentChanged change) {
        String told = change.action() == Action.FEEDBACK
                ? change.text("answer")
                : change.action() == Action.VOID ? change.text("reason") : null;
        if (told != null && !told.isBlank()) {
            String text = told.strip();
            desk.write(
                    change.id(),
                    new Progress(
                            Ids.next(),
                            "ANSWER",
                            text.length() <= 1_000 ? text : text.substring(0, 999) + "…",
                            null,
                            null,
                            change.actor(),
                            change.at()));
        }
    }
}
