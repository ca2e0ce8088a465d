package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * Several departments that walk together through several grids, so many times a month.
 *
 * @param months the last twelve or since it began, the latest (this one) first
 * @param walks the latest 24
 * @param endedAt null while it goes on
 */
public record JointPatrol(
        UUID id,
        String nameZh,
        String nameEn,
        List<String> departments,
        List<String> grids,
        int timesAMonth,
        LocalDate startsOn,
        List<Month> months,
        List<Walk> walks,
        Instant endedAt,
        String madeBy,
        Instant madeAt,
        int version) {

    /** How often it was walked in a month, such as 2026-03. */
    public record Month(String month, int done) {}

    /** One time that it was walked: who came, what was found. */
    public record Walk(UUID id, Instant heldAt, String people, String findings, String notedBy, Instant notedAt) {}

    /** What is asked for: departments and grids by their codes; from today on where no day is given. */
    public record Plan(
            String nameZh,
            String nameEn,
            List<String> departments,
            List<String> grids,
            Integer timesAMonth,
            LocalDate startsOn) {

        public Plan {
            departments = departments == null ? List.of() : List.copyOf(departments);
            grids = grids == null ? List.of() : List.copyOf(grids);
        }
    }

    /** A walk as it is noted; now where no instant is given. */
    public record Note(Instant heldAt, String people, String findings) {}

    /** DONE this month; MISSED: last month fell short, and this one does so far; else OPEN. */
    @JsonProperty
    public String standing() {
        if (months.isEmpty() || months.get(0).done() >= timesAMonth) {
            return months.isEmpty() ? "OPEN" : "DONE";
        }
        return months.size() > 1 && months.get(1).done() < timesAMonth ? "MISSED" : "OPEN";
    }

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }
}
