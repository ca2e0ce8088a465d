package org.gridward.notice;

import java.time.Instant;
import java.util.List;

/**
 * What whoever has the tracking code of a case may know: how it stands, in which grid, and what was posted. No person, no
 * text of the report, no point.
 *
 * @param number of the case that answers now; {@code ownNumber} differs from it where that case was merged into this
 * @param parkedUntil nothing happens before; null: it goes on
 * @param mayRate whether the reporter may say how it went
 * @param mayReopen whether the reporter may say that it is not solved
 */
public record PublicCase(
        String number,
        String ownNumber,
        boolean merged,
        CaseStatus status,
        int step,
        String statusZh,
        String statusEn,
        Word category,
        Word grid,
        Instant reportedAt,
        Instant closedAt,
        Instant parkedUntil,
        List<Post> progress,
        boolean mayRate,
        boolean mayReopen) {

    /** The same for who has no say in it. */
    public PublicCase toLookAt() {
        return new PublicCase(
                number,
                ownNumber,
                merged,
                status,
                step,
                statusZh,
                statusEn,
                category,
                grid,
                reportedAt,
                closedAt,
                parkedUntil,
                progress,
                false,
                false);
    }

    /** Something in both languages. */
    public record Word(String nameZh, String nameEn) {}

    /** A post; English and eta may be null. */
    public record Post(Instant at, String kind, String zh, String en, Instant eta) {

        static Post of(Progress progress) {
            return new Post(progress.at(), progress.kind(), progress.zh(), progress.en(), progress.eta());
        }
    }
}
