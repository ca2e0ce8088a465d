package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * A case of the library of hard problems. solvedAt and withdrawnAt (it was none) are null until then, as are what it teaches
 * of its class: lesson and playbook.
 *
 * @param plans how many versions of a plan there are
 */
public record HardCase(
        UUID incidentId,
        String number,
        String category,
        String subject,
        Instant openedAt,
        Instant solvedAt,
        Instant withdrawnAt,
        String lesson,
        String playbook,
        int version,
        int plans,
        Instant planDue) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }

    /** OPEN, PLANNED, SOLVED or WITHDRAWN. */
    @JsonProperty
    public String state() {
        if (withdrawnAt != null) {
            return "WITHDRAWN";
        }
        return solvedAt != null ? "SOLVED" : plans > 0 ? "PLANNED" : "OPEN";
    }

    /** One version of a plan; one of department and party is null. */
    public record Plan(
            UUID id,
            int ordinal,
            String text,
            String department,
            String party,
            Instant due,
            String privateSide,
            String publicSide,
            UUID task,
            String recordedBy,
            Instant recordedAt) {}

    /** A plan to record: who answers for it by when, and on which side of the border between private and public what lies. */
    public record NewPlan(
            String text, String department, String party, Instant due, String privateSide, String publicSide) {}

    /** What one case teaches about its class; playbook: the procedure that was made of it, or null. */
    public record Lesson(String lesson, String playbook) {}
}
